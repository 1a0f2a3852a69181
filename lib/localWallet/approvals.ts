import type { Address, Hex } from 'viem'

/** What a built-in wallet asks its person before it acts. */
export type ApprovalRequest = {
  id: number
  account: { name: string; address: Address }
  action:
    | { type: 'message'; message: Hex }
    | { type: 'typedData'; data: string }
    | { type: 'transaction'; to: Address | undefined; data: Hex | undefined; value: bigint }
}

type Pending = ApprovalRequest & { answer(approved: boolean): void }

let pending: readonly Pending[] = []
let count = 0
const listeners = new Set<() => void>()
const empty: readonly ApprovalRequest[] = []

/** Queue between the built-in wallets and the dialog which asks. Requests are answered in order. */
export const approvals = {
  ask(request: Omit<ApprovalRequest, 'id'>): Promise<boolean> {
    return new Promise((resolve) => {
      count += 1
      const id = count
      const answer = (approved: boolean) => {
        pending = pending.filter((entry) => entry.id !== id)
        notify()
        resolve(approved)
      }
      pending = [...pending, { ...request, id, answer }]
      notify()
    })
  },
  answer(id: number, approved: boolean): void {
    pending.find((entry) => entry.id === id)?.answer(approved)
  },
  getSnapshot: (): readonly ApprovalRequest[] => pending,
  getServerSnapshot: (): readonly ApprovalRequest[] => empty,
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

function notify() {
  for (const listener of listeners) listener()
}

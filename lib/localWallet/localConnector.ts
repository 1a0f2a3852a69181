import type { Chain, EIP1193Provider, Hex } from 'viem'
import { type CreateConnectorFn, injected } from 'wagmi'
import { approvals } from './approvals'
import type { RpcRequest } from './createLocalProvider'

export type LocalConnectorParameters = { name: string; privateKey: Hex; chain: Chain; rpcUrl: string; colour: string }

/** Prefix of the connector ids of built-in wallets. */
export const localConnectorPrefix = 'local-'

/**
 * A wagmi connector for a built-in account of the local network.
 *
 * The signing code is loaded on the first request that needs it.
 */
export function localConnector(parameters: LocalConnectorParameters): CreateConnectorFn {
  const { name, colour } = parameters
  const id = getLocalConnectorId(name)
  const provider = createShell(id, parameters)
  return injected({
    target: () => ({
      id,
      name: `${name} (local)`,
      icon: createIcon(name.charAt(0), colour),
      provider: provider as unknown as EIP1193Provider as never,
    }),
  })
}

/** Id of the connector of a built-in account. */
export function getLocalConnectorId(name: string): string {
  return `${localConnectorPrefix}${name.toLowerCase()}`
}

function createShell(id: string, parameters: LocalConnectorParameters) {
  const key = `oc:wallet:${id}`
  const permission = {
    get: () => localStorage.getItem(key) === '1',
    set: (granted: boolean) => (granted ? localStorage.setItem(key, '1') : localStorage.removeItem(key)),
  }
  let provider: Promise<{ request(args: RpcRequest): Promise<unknown> }> | undefined
  const listeners = new Map<string, Set<(...args: never[]) => void>>()
  return {
    async request(args: RpcRequest): Promise<unknown> {
      if (args.method === 'eth_accounts' && !permission.get()) return []
      provider ??= import('./createLocalProvider').then(({ createLocalProvider }) =>
        createLocalProvider({ ...parameters, approve: approvals.ask, permission }),
      )
      return (await provider).request(args)
    },
    on(event: string, listener: (...args: never[]) => void) {
      listeners.set(event, (listeners.get(event) ?? new Set()).add(listener))
    },
    removeListener(event: string, listener: (...args: never[]) => void) {
      listeners.get(event)?.delete(listener)
    },
  }
}

function createIcon(letter: string, colour: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 28"><rect width="28" height="28" fill="${colour}"/><text x="14" y="19.5" text-anchor="middle" font-family="system-ui,sans-serif" font-weight="600" font-size="15" fill="#fff">${letter}</text></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

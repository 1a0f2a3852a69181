'use client'
import { useCallback, useMemo, useRef, useSyncExternalStore } from 'react'
import { useAccount, useConfig } from 'wagmi'
import { getAccount, getConnectorClient, switchChain } from 'wagmi/actions'
import type { FlowEvent, FlowOptions, OceanClient } from '@/lib/ocean'
import { toWallet } from '@/lib/toWallet'
import { type FlowRun, flowStore } from './flowStore'
import { getFlowKey } from './getFlowKey'
import { useOceanClient } from './useOceanClient'

export type UseFlowParameters<T> = {
  /** Name of the flow, as its function in the protocol client. */
  name: string
  /** What it works on. A different input is a different run. */
  input: unknown
  /** Starts the generator: `(client, options) => publishAsset(client, { draft, ...options })`. */
  start(client: OceanClient, options: FlowOptions): AsyncGenerator<FlowEvent, T>
}

export type UseFlowReturnType<T> = FlowRun<T> & {
  /** Starts, or goes on from where an earlier run came to. Resolves with the result, or `undefined` when it failed. */
  run(): Promise<T | undefined>
  /** The same as `run`, for the button that says so. */
  resume(): Promise<T | undefined>
  /** Asks the run to stop at the next safe point. */
  stop(): void
  /** Forgets the run and its checkpoint. */
  discard(): void
}

/**
 * Runs a flow of the protocol client and keeps its checkpoint.
 *
 * The run outlives the component; after a reload it shows as `resumable` and goes on from the chain's state. The wallet is put on the
 * page's network before the first prompt.
 */
export function useFlow<T>({ name, input, start }: UseFlowParameters<T>): UseFlowReturnType<T> {
  const config = useConfig()
  const client = useOceanClient()
  const { address } = useAccount()
  const { chainId } = client.network
  const key = getFlowKey({ name, chainId, account: address, input })
  const latest = useRef({ client, start })
  latest.current = { client, start }

  const run = useSyncExternalStore(
    useCallback((listener) => flowStore.subscribe(key, listener), [key]),
    () => flowStore.getSnapshot(key),
    flowStore.getServerSnapshot,
  ) as FlowRun<T>

  const go = useCallback(
    () =>
      flowStore.start<T>(key, async ({ checkpoint, signal }) => {
        const { client: present, start: begin } = latest.current
        if (getAccount(config).chainId !== chainId && getAccount(config).isConnected)
          await switchChain(config, { chainId })
        const walletClient = toWallet(await getConnectorClient(config, { chainId, account: address }))
        return begin({ ...present, walletClient }, { checkpoint, signal })
      }),
    [key, config, chainId, address],
  )
  const stop = useCallback(() => flowStore.stop(key), [key])
  const discard = useCallback(() => flowStore.discard(key), [key])
  return useMemo(() => ({ ...run, run: go, resume: go, stop, discard }), [run, go, stop, discard])
}

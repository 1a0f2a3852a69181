import { type Address, keccak256, stringToHex } from 'viem'

export type FlowKeyParameters = { name: string; chainId: number; account: Address | undefined; input: unknown }

/** Names a run: flow, chain, account, and a hash of what it works on. Key order and `undefined` do not matter. */
export function getFlowKey({ name, chainId, account, input }: FlowKeyParameters): string {
  const hash = keccak256(stringToHex(JSON.stringify(sort(input)) ?? 'null')).slice(2, 18)
  return `${name}:${chainId}:${account?.toLowerCase() ?? 'nobody'}:${hash}`
}

function sort(value: unknown): unknown {
  if (typeof value === 'bigint') return `${value}n`
  if (Array.isArray(value)) return value.map(sort)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, entry]) => entry !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, entry]) => [key, sort(entry)]),
  )
}

import { formatUnits } from 'viem'
import type { PricingChange } from '@/lib/ocean'
import { type Code, type CodeNetwork, pythonHeader, quote, toTypeScript, typescriptHeader } from './code'

export type BuildPriceCodeParameters = {
  network: CodeNetwork
  datatoken: string
  change: PricingChange
  /** Of the token the price is in. */
  decimals: number
}

/** A change of how an access token is handed out as code. */
export function buildPriceCode({ network, datatoken, change, decimals }: BuildPriceCodeParameters): Code {
  return {
    python: `${pythonHeader(network, 'alice')}from ocean_lib.ocean.util import to_wei

datatoken = ocean.get_datatoken(${quote(datatoken)})
${toPythonLines(change, decimals).join('\n')}
`,
    typescript: `${typescriptHeader(network, ['changePricing', 'type PricingChange'])}
const change: PricingChange = ${toTypeScript(change)}
await run(changePricing(client, { change }))
console.log(change.method)
`,
  }
}

function toPythonLines(change: PricingChange, decimals: number): string[] {
  const exchange = (id: string) =>
    `exchange = next(e for e in datatoken.get_exchanges() if bytes(e.exchange_id).hex() == ${quote(id.slice(2))})`
  const rate = (price: bigint) => `to_wei(${quote(formatUnits(price, decimals))})`
  switch (change.method) {
    case 'sell':
      return [
        `datatoken.create_exchange({"from": alice}, rate=${rate(change.price)}, base_token_addr=${quote(change.baseToken)})`,
      ]
    case 'setRate':
      return [exchange(change.exchangeId), `exchange.set_rate(${rate(change.price)}, {"from": alice})`]
    case 'toggleSales':
      return [exchange(change.exchangeId), 'exchange.toggle_active({"from": alice})']
    case 'giveAway':
      return ['datatoken.create_dispenser({"from": alice}, max_tokens=to_wei(1), max_balance=to_wei(1))']
    case 'resumeGivingAway':
      return ['ocean.dispenser.activate(datatoken.address, to_wei(1), to_wei(1), {"from": alice})']
    case 'stopGivingAway':
      return ['ocean.dispenser.deactivate(datatoken.address, {"from": alice})']
  }
}

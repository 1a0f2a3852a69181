import { formatUnits } from 'viem'
import type { AcquireDraft } from '@/lib/ocean'
import { type Code, type CodeNetwork, pythonHeader, quote, toTypeScript, typescriptHeader } from './code'

function toPythonLines(draft: AcquireDraft): string[] {
  const wei = (amount: bigint | undefined) => `to_wei(${formatUnits(amount ?? 10n ** 18n, 18)})`
  if (draft.method === 'mint')
    return draft.mints.map(
      ({ datatoken, to, amount }) =>
        `ocean.get_datatoken(${quote(datatoken)}).mint(${quote(to)}, ${wei(amount)}, {"from": account})`,
    )
  if (draft.method === 'dispense')
    return [`ocean.get_datatoken(${quote(draft.datatoken)}).dispense(${wei(draft.amount)}, {"from": account})`]
  return [
    'from ocean_lib.models.datatoken_base import DatatokenBase',
    `exchange = ocean.get_datatoken(${quote(draft.datatoken)}).get_exchanges()[0]`,
    `price = exchange.BT_needed(${wei(draft.amount)}, consume_market_fee=0)`,
    'base_token = DatatokenBase.get_typed(config, exchange.details.base_token)',
    'base_token.approve(exchange.address, price, {"from": account})',
    `exchange.buy_DT(${wei(draft.amount)}, {"from": account}, max_basetoken_amt=price)`,
  ]
}

/** Getting, or giving, access tokens as code. */
export function buildAcquireCode({ network, draft }: { network: CodeNetwork; draft: AcquireDraft }): Code {
  return {
    python: `${pythonHeader(network, 'account')}
from ocean_lib.ocean.util import to_wei
${toPythonLines(draft).join('\n')}
`,
    typescript: `${typescriptHeader(network, ['acquire', 'type AcquireDraft'])}
const draft: AcquireDraft = ${toTypeScript(draft)}
const { received } = await run(acquire(client, { draft }))
console.log(received)
`,
  }
}

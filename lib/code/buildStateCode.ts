import { type Code, type CodeNetwork, pythonHeader, quote, typescriptHeader } from './code'

export type BuildStateCodeParameters = { network: CodeNetwork; did: string; dataNft: string; state: number }

/** A change of an asset's state as code. */
export function buildStateCode({ network, did, dataNft, state }: BuildStateCodeParameters): Code {
  return {
    python: `${pythonHeader(network, 'alice')}
data_nft = ocean.get_nft_token(${quote(dataNft)})
data_nft.setMetaDataState(${state}, {"from": alice})
`,
    typescript: `${typescriptHeader(network, ['setAssetState'])}
const asset = { did: ${quote(did)}, dataNft: ${quote(dataNft)} } as const
const { state } = await run(setAssetState(client, { ...asset, state: ${state} }))
console.log(state)
`,
  }
}

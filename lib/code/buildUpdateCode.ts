import type { Asset, AssetChanges } from '@/lib/ocean'
import { type Code, type CodeNetwork, pythonHeader, quote, toPython, toTypeScript, typescriptHeader } from './code'
import { keepState } from './keepState'
import { toPythonFile } from './toPythonFile'

export type BuildUpdateCodeParameters = { network: CodeNetwork; asset: Asset; changes: AssetChanges }

/** A change of an asset's document as code. */
export function buildUpdateCode({ network, asset, changes }: BuildUpdateCodeParameters): Code {
  const files = (changes.services ?? []).flatMap((service) => (service.files ?? []).map(toPythonFile))
  const types = [...new Set(files.map(({ type }) => type))].sort()
  const imports = types.length > 0 ? `from ocean_lib.structures.file_objects import ${types.join(', ')}\n` : ''
  const lines = [
    ...Object.entries(changes.metadata ?? {}).map(([key, value]) => `ddo.metadata[${quote(key)}] = ${toPython(value)}`),
    ...(changes.credentials ? [`ddo.credentials = ${toPython(toRules(changes.credentials))}`] : []),
    ...(changes.services ?? []).flatMap((service) => toServiceLines(asset, service)),
  ]
  return {
    python: `${pythonHeader(network, 'alice')}${imports}
ddo = ocean.assets.resolve(${quote(asset.id)})
${lines.join('\n')}
ddo = ocean.assets.update(ddo, {"from": alice})
${keepState(asset)}`,
    typescript: `${typescriptHeader(network, ['updateAsset', 'type AssetChanges'])}
const changes: AssetChanges = ${toTypeScript(changes)}
const { transactionHash } = await run(updateAsset(client, { did: ${quote(asset.id)}, changes }))
console.log(transactionHash)
`,
  }
}

function toServiceLines(asset: Asset, change: NonNullable<AssetChanges['services']>[number]): string[] {
  const service = `ddo.services[${asset.services.findIndex(({ id }) => id === change.id)}]`
  const { name, timeout, compute, files } = change
  return [
    ...(name === undefined ? [] : [`${service}.name = ${quote(name)}`]),
    ...(timeout === undefined ? [] : [`${service}.timeout = ${timeout}`]),
    ...Object.entries(compute ?? {}).map(
      ([key, value]) => `${service}.compute_values[${quote(key)}] = ${toPython(value)}`,
    ),
    ...(files ? [`${service}.files = [${files.map((file) => toPythonFile(file).call).join(', ')}]`] : []),
  ]
}

function toRules({ allow = [], deny = [] }: NonNullable<AssetChanges['credentials']>) {
  const rule = (values: readonly string[]) => (values.length > 0 ? [{ type: 'address', values }] : [])
  return { allow: rule(allow), deny: rule(deny) }
}

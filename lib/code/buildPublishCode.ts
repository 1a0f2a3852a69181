import { formatUnits } from 'viem'
import type { AssetDraft, ServiceDraft } from '@/lib/ocean'
import { type Code, type CodeNetwork, pythonHeader, quote, toPython, toTypeScript, typescriptHeader } from './code'
import { toPythonFile } from './toPythonFile'

export type BuildPublishCodeParameters = {
  network: CodeNetwork
  /** In the order they are published; a dataset trusts the algorithm published before it. */
  drafts: readonly AssetDraft[]
  /** Of the token a fixed price is in. */
  decimals?: number | undefined
}

/** Publishing as code: one asset, or an algorithm and the dataset that trusts it. */
export function buildPublishCode({ network, drafts, decimals = 18 }: BuildPublishCodeParameters): Code {
  const parts = drafts.map((draft, index) => toPythonAsset(draft, { network, decimals, first: index === 0 }))
  const types = [...new Set(parts.flatMap((part) => part.types))].sort()
  return {
    python: `${pythonHeader(network, 'alice')}from datetime import datetime, timezone
from ocean_lib.models.data_nft import DataNFTArguments
from ocean_lib.models.datatoken_base import DatatokenArguments
from ocean_lib.ocean.util import to_wei
from ocean_lib.services.service import Service
from ocean_lib.structures.file_objects import ${types.join(', ')}

now = datetime.now(timezone.utc).isoformat()

${parts.map(({ text }) => text).join('\n')}`,
    typescript: `${typescriptHeader(network, ['publishAsset', 'type AssetDraft'])}
${drafts.map((draft, index) => toTypeScriptAsset(draft, index === 0)).join('')}`,
  }
}

function toTypeScriptAsset(draft: AssetDraft, first: boolean): string {
  const name = draft.type
  const trusting =
    name === 'dataset' && !first
      ? `
for (const { compute } of [datasetDraft, ...(datasetDraft.services ?? [])])
  compute?.trustedAlgorithms?.unshift({ did: algorithm.did })`
      : ''
  return `const ${name}Draft: AssetDraft & { type: '${name}' } = ${toTypeScript(draft)}${trusting}
const ${name} = await run(publishAsset(client, { draft: ${name}Draft }))
console.log(${name}.did)
`
}

type PythonContext = { network: CodeNetwork; decimals: number; first: boolean }

function toPythonAsset(draft: AssetDraft, { network, decimals, first }: PythonContext) {
  const { name, description, author, license, tags, links } = draft
  const plain = Object.entries({
    name,
    description: description || name,
    type: draft.type,
    author,
    license,
    tags,
    links,
  })
  const metadata = [
    '    "created": now,\n    "updated": now,',
    ...plain.flatMap(([key, value]) => (value === undefined ? [] : `    ${quote(key)}: ${toPython(value)},`)),
    ...(author === undefined ? ['    "author": alice.address[:7],'] : []),
    ...(license === undefined ? ['    "license": "CC0: PublicDomain",'] : []),
    ...(draft.type === 'algorithm' ? [`    "algorithm": ${toPython(draft.algorithm)},`] : []),
  ]
  const services: ServiceDraft[] =
    draft.services ??
    (draft.type === 'algorithm'
      ? [{ type: 'access' }]
      : [{ type: 'access' }, { type: 'compute', compute: draft.compute }])
  const files = services.map((service) => (service.files ?? draft.files).map(toPythonFile))
  const trusts = draft.type === 'dataset' && (!first || (draft.compute?.trustedAlgorithms ?? []).length > 0)
  const credentials = draft.credentials
    ? `, credentials=${toPython({
        allow: toRule(draft.credentials.allow),
        deny: toRule(draft.credentials.deny),
      })}`
    : ''
  const id = draft.type
  return {
    types: files.flat().map(({ type }) => type),
    text: `metadata = {
${metadata.join('\n')}
}
data_nft = DataNFTArguments(metadata["name"], "DNFT").deploy_contract(config, {"from": alice})
datatoken = DatatokenArguments("Access token", "DT").create_datatoken(data_nft, {"from": alice})
services = [
${services.map((service, index) => toPythonService(draft, { service, index, network, files: files[index] ?? [] })).join('\n')}
]
${trusts ? toPythonTrust(draft, { services, first }) : ''}_, _, ${id} = ocean.assets.create(
    metadata, {"from": alice}, data_nft_address=data_nft.address,
    deployed_datatokens=[datatoken], services=services${credentials},
)
${toPythonPricing(draft, decimals)}print(${id}.did)
`,
  }
}

function toPythonService(
  draft: AssetDraft,
  {
    service,
    index,
    network,
    files,
  }: { service: ServiceDraft; index: number; network: CodeNetwork; files: { call: string }[] },
): string {
  const label = service.name ?? (service.type === 'access' ? 'Download service' : 'Compute service')
  const compute =
    service.type === 'compute'
      ? `, compute_values=${toPython({
          allowRawAlgorithm: service.compute?.allowRawAlgorithm ?? false,
          allowNetworkAccess: service.compute?.allowNetworkAccess ?? false,
          publisherTrustedAlgorithms: [],
          publisherTrustedAlgorithmPublishers: service.compute?.trustedPublishers ?? [],
        })}`
      : ''
  const parameters = service.consumerParameters ? `, consumer_parameters=${toPython(service.consumerParameters)}` : ''
  return `    Service(
        service_id=${quote(String(index))}, service_type=${quote(service.type)}, service_endpoint=${quote(draft.providerUrl ?? network.providerUrl)},
        datatoken=datatoken.address, files=[${files.map(({ call }) => call).join(', ')}], timeout=${service.timeout ?? draft.timeout ?? 3600},
        name=${quote(label)}, description=${quote(label)}${compute}${parameters},
    ),`
}

function toPythonTrust(draft: AssetDraft, { services, first }: { services: ServiceDraft[]; first: boolean }): string {
  const trusted = draft.type === 'dataset' ? (draft.compute?.trustedAlgorithms ?? []) : []
  const algorithms = [
    ...(first ? [] : ['algorithm']),
    ...trusted.map(({ did }) => `ocean.assets.resolve(${quote(did)})`),
  ]
  return services
    .flatMap(({ type }, index) =>
      type === 'compute'
        ? algorithms.map((algorithm) => `services[${index}].add_publisher_trusted_algorithm(${algorithm})\n`)
        : [],
    )
    .join('')
}

function toPythonPricing({ pricing }: AssetDraft, decimals: number): string {
  if (pricing?.type === 'free')
    return 'datatoken.create_dispenser({"from": alice}, max_tokens=to_wei(1), max_balance=to_wei(1))\n'
  if (pricing?.type !== 'fixed') return ''
  const { price, baseToken, marketFee, marketFeeCollector } = pricing
  const fee = marketFee
    ? `, publish_market_fee=${marketFee}, publish_market_fee_collector=${quote(marketFeeCollector ?? '')}`
    : ''
  return `datatoken.create_exchange({"from": alice}, rate=to_wei(${quote(formatUnits(price, decimals))}), base_token_addr=${quote(baseToken)}${fee})\n`
}

const toRule = (values: readonly string[] | undefined) =>
  values && values.length > 0 ? [{ type: 'address', values }] : []

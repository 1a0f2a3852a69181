import type { AllowAlgorithmDraft, Asset } from '@/lib/ocean'
import { type Code, type CodeNetwork, pythonHeader, quote, toTypeScript, typescriptHeader } from './code'
import { keepState } from './keepState'

/** A change of an allow-list as code. */
export function buildAllowCode(parameters: { network: CodeNetwork; dataset: Asset; draft: AllowAlgorithmDraft }): Code {
  const { network, dataset, draft } = parameters
  const position = Math.max(
    dataset.services.findIndex(({ id, type }) => (draft.serviceId ? id === draft.serviceId : type === 'compute')),
    0,
  )
  // The reference client's own removal would open the network to algorithms, so the lists are written directly.
  const without = (list: string, kept: string) =>
    `compute_service.compute_values["${list}"] = [entry for entry in compute_service.compute_values["${list}"] if ${kept}]`
  const lines = [
    ...(draft.remove ?? []).map((did) => without('publisherTrustedAlgorithms', `entry["did"] != ${quote(did)}`)),
    ...(draft.removePublishers ?? []).map((address) =>
      without('publisherTrustedAlgorithmPublishers', `entry.lower() != ${quote(address.toLowerCase())}`),
    ),
    ...(draft.add ?? []).map(
      ({ did }) => `compute_service.add_publisher_trusted_algorithm(ocean.assets.resolve(${quote(did)}))`,
    ),
    ...(draft.addPublishers ?? []).map(
      (address) => `compute_service.add_publisher_trusted_algorithm_publisher(${quote(address)})`,
    ),
  ]
  return {
    python: `${pythonHeader(network, 'alice')}
dataset = ocean.assets.resolve(${quote(dataset.id)})
compute_service = dataset.services[${position}]
${lines.join('\n')}
dataset = ocean.assets.update(dataset, {"from": alice})
${keepState(dataset)}`,
    typescript: `${typescriptHeader(network, ['allowAlgorithm', 'type AllowAlgorithmDraft'])}
const draft: AllowAlgorithmDraft = ${toTypeScript(draft)}
const { transactionHash } = await run(allowAlgorithm(client, { draft }))
console.log(transactionHash)
`,
  }
}

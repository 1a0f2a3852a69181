import type { AllowAlgorithmDraft, Asset } from '@/lib/ocean'
import { type Code, type CodeNetwork, pythonHeader, quote, toTypeScript, typescriptHeader } from './code'

/** A change of an allow-list as code. */
export function buildAllowCode(parameters: { network: CodeNetwork; dataset: Asset; draft: AllowAlgorithmDraft }): Code {
  const { network, dataset, draft } = parameters
  const position = Math.max(
    dataset.services.findIndex(({ type }) => type === 'compute'),
    0,
  )
  const lines = [
    ...(draft.remove ?? []).map((did) => `compute_service.remove_publisher_trusted_algorithm(${quote(did)})`),
    ...(draft.removePublishers ?? []).map(
      (address) => `compute_service.remove_publisher_trusted_algorithm_publisher(${quote(address)})`,
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
`,
    typescript: `${typescriptHeader(network, ['allowAlgorithm', 'type AllowAlgorithmDraft'])}
const draft: AllowAlgorithmDraft = ${toTypeScript(draft)}
const { transactionHash } = await run(allowAlgorithm(client, { draft }))
console.log(transactionHash)
`,
  }
}

import { getAlgorithmService } from '@/lib/asset/getAlgorithmService'
import { getComputeService } from '@/lib/asset/getComputeService'
import type { Asset, ComputeDraft, ComputeEnvironment } from '@/lib/ocean'
import { type Code, type CodeNetwork, pythonHeader, quote, toPython, toTypeScript, typescriptHeader } from './code'

export type BuildComputeCodeParameters = {
  network: CodeNetwork
  dataset: Asset
  algorithm: Asset
  environment: ComputeEnvironment
  draft: ComputeDraft
  /** Seconds the reference client asks an order to stay valid for. */
  validity: number
}

/** Paying for a job, starting it and waiting for its end, as code. */
export function buildComputeCode(parameters: BuildComputeCodeParameters): Code {
  const { network, dataset, algorithm, environment, draft, validity } = parameters
  const service = getComputeService(dataset)
  const code = getAlgorithmService(algorithm)
  const position = service === undefined ? 0 : dataset.services.indexOf(service)
  const codePosition = code === undefined ? 0 : algorithm.services.indexOf(code)
  const [first] = draft.datasets
  const userdata = first?.userdata ? `, userdata=${toPython(first.userdata)}` : ''
  const custom = draft.algorithm.meta ? undefined : draft.algorithm.algocustomdata
  return {
    python: `${pythonHeader(network, 'bob')}
from datetime import datetime, timedelta, timezone
from ocean_lib.models.compute_input import ComputeInput

dataset = ocean.assets.resolve(${quote(dataset.id)})
algorithm = ocean.assets.resolve(${quote(algorithm.id)})
compute_service = dataset.services[${position}]
algorithm_service = algorithm.services[${codePosition}]
environments = ocean.compute.get_c2d_environments(compute_service.service_endpoint, ${network.chainId})
environment = next(e for e in environments if e["id"] == ${quote(environment.id)})
valid_until = datetime.now(timezone.utc) + timedelta(seconds=${validity})

datasets, algorithm_input = ocean.assets.pay_for_compute_service(
    datasets=[ComputeInput(dataset, compute_service${userdata})],
    algorithm_data=ComputeInput(algorithm, algorithm_service),
    consume_market_order_fee_address=bob.address,
    tx_dict={"from": bob},
    compute_environment=environment["id"],
    valid_until=int(valid_until.timestamp()),
    consumer_address=environment["consumerAddress"],
)
job_id = ocean.compute.start(
    consumer_wallet=bob,
    dataset=datasets[0],
    compute_environment=environment["id"],
    algorithm=algorithm_input,${custom ? `\n    algorithm_algocustomdata=${toPython(custom)},` : ''}
)
print(job_id)
`,
    typescript: `${typescriptHeader(network, ['startCompute', 'type ComputeDraft'])}
const draft: ComputeDraft = ${toTypeScript(draft)}
const { jobId } = await run(startCompute(client, { draft }))
console.log(jobId)
`,
  }
}

import { constants } from 'node:fs'
import { chmod, mkdir, open, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fetchPublic } from './fetchPublic'
import { hybridDdo } from './hybridDdo'
import { jobStatus } from './jobStatus'
import { removeTree } from './removeTree'
import { type ServiceClient, type ServiceReference, ServiceRefusedError } from './serviceClient'
import type { ComputeWorkflow } from './types'

export type ProvisionParameters = {
  workflow: ComputeWorkflow
  /** The job's own folder. */
  directory: string
  client: ServiceClient
  /** Bytes all files may have together. */
  maxBytes: number
  allowPrivateAddresses: boolean
  signal: AbortSignal
  log(line: string): void
}

/** Why a job cannot have its data or its algorithm. The message is for the job's owner. */
export class ProvisionError extends Error {
  override readonly name = 'ProvisionError'
  readonly status: typeof jobStatus.dataFailed | typeof jobStatus.algorithmUnavailable

  constructor(status: ProvisionError['status'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.status = status
  }
}

const didPrefix = 'did:op:'
const shortestRawCode = 11

/** Identifier of an asset as it names folders and variables inside a job. */
function shortDid(did: string): string {
  const short = did.replace(didPrefix, '')
  if (!/^[A-Za-z0-9_-]{1,128}$/.test(short)) throw new Error(`${JSON.stringify(did)} is not an asset's identifier.`)
  return short
}

/** Variables the operator engine sets for an algorithm. */
export function jobVariables(workflow: ComputeWorkflow, secret: string): Record<string, string> {
  return {
    DIDS: JSON.stringify(workflow.inputs.map(({ id }) => shortDid(id))),
    TRANSFORMATION_DID: workflow.algorithm.id === '' ? '' : shortDid(workflow.algorithm.id),
    VOLUME: '/data',
    INPUTS: '/data/inputs',
    OUTPUTS: '/data/outputs',
    LOGS: '/data/logs',
    secret,
  }
}

/**
 * Fetches what a job needs and lays it out below `data`: `inputs/<id>/<index>`, `ddos/<id>`, `transformations/algorithm`.
 *
 * @throws {ProvisionError} with the status the job ends in.
 */
export async function provision(parameters: ProvisionParameters): Promise<void> {
  const { workflow, directory, client, maxBytes, signal, log } = parameters
  const data = join(directory, 'data')
  let total = 0

  const save = async (path: string, response: Response) => {
    const file = await open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o644)
    try {
      for await (const chunk of response.body ?? []) {
        signal.throwIfAborted()
        total += chunk.length
        if (total > maxBytes)
          throw new ServiceRefusedError(
            `The files are larger together than the ${maxBytes} bytes this environment has room for.`,
          )
        await file.write(chunk)
      }
    } finally {
      await file.close()
    }
  }

  const fetchService = async (service: ServiceReference, pathOf: (index: number) => string) => {
    const ddo = await client.getDdo(service.did, signal)
    log(`Read the document of ${service.did}.`)
    const files = await client.getFileInfo(service, signal)
    if (files.length === 0) throw new ServiceRefusedError(`${service.did} has no files.`)
    const gone = files.find(({ valid }) => !valid)
    if (gone) throw new ServiceRefusedError(`File ${gone.index} of ${service.did} cannot be reached by its Provider.`)
    await writeFile(join(data, 'ddos', shortDid(service.did)), JSON.stringify(hybridDdo(ddo, files)), { mode: 0o644 })
    for (const [position, file] of files.entries()) {
      const index = Number.isInteger(file.index) ? file.index : position
      const before = total
      await save(pathOf(index), await client.download(service, index, signal))
      log(`Downloaded file ${index} of ${service.did}: ${total - before} bytes.`)
    }
  }

  const attempt = async (status: ProvisionError['status'], work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      signal.throwIfAborted()
      const code = (error as NodeJS.ErrnoException).code
      const message =
        error instanceof ServiceRefusedError
          ? error.message
          : code === 'ENOSPC'
            ? "The server's disk is full."
            : `The transfer broke off: ${error instanceof Error ? error.message : error}`
      throw new ProvisionError(status, message, { cause: error })
    }
  }

  await removeTree(data)
  for (const name of ['inputs', 'transformations', 'ddos'])
    await mkdir(join(data, name), { recursive: true, mode: 0o755 })

  for (const input of workflow.inputs) {
    await attempt(jobStatus.dataFailed, async () => {
      const folder = join(data, 'inputs', shortDid(input.id))
      await mkdir(folder, { recursive: true, mode: 0o755 })
      await fetchService({ ...input, did: input.id }, (index) => join(folder, `${index}`))
    })
  }
  await attempt(jobStatus.algorithmUnavailable, async () => {
    const { algorithm } = workflow
    const place = join(data, 'transformations', 'algorithm')
    const others = (index: number) => (index === 0 ? place : join(data, 'transformations', `${index}`))
    if (algorithm.remote) {
      await fetchService({ ...algorithm.remote, did: algorithm.id }, others)
      await writeFile(join(data, 'inputs', 'algoCustomData.json'), JSON.stringify(algorithm.algocustomdata ?? null), {
        mode: 0o644,
      })
    } else if (algorithm.rawcode && algorithm.rawcode.length >= shortestRawCode) {
      await writeFile(place, algorithm.rawcode, { mode: 0o644 })
      log(`Stored the raw algorithm: ${algorithm.rawcode.length} characters.`)
    } else if (algorithm.url) {
      const { allowPrivateAddresses } = parameters
      await save(place, await fetchPublic(algorithm.url, { allowPrivateAddresses, signal }))
      log(`Downloaded the raw algorithm from ${new URL(algorithm.url).host}.`)
    } else {
      throw new ServiceRefusedError('The algorithm has no code.')
    }
    await chmod(place, 0o755)
  })
}

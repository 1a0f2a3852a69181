import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { PublicClient } from 'viem'
import { type AbiFunction, type Address, decodeFunctionResult, encodeFunctionData, isAddress } from 'viem'
import { BusinessError } from '../errors'
import { isJsonObject, type Json, type JsonObject } from '../json'
import { UpstreamError } from '../upstream/types'
import type { FileObject } from './types'

const type = 'smartcontract'

export type CreateContractFileParameters = { chain: PublicClient; object: JsonObject; userdata: JsonObject | undefined }

/** A file whose content is what a contract's view function answers, as JSON. */
export function createContractFile({ chain, object, userdata }: CreateContractFileParameters): FileObject {
  const { address, abi } = object
  if (typeof address !== 'string' || address === '')
    throw new BusinessError('malformed smartcontract type, missing contract address')
  if (!isJsonObject(abi)) throw new BusinessError('invalid abi')
  if (abi.stateMutability !== 'view' && abi.stateMutability !== 'pure')
    throw new BusinessError('only view or pure functions are allowed')
  if (typeof abi.name !== 'string' || abi.name === '') throw new BusinessError('missing name')
  const fragment = { outputs: [], inputs: [], ...abi, type: 'function' } as unknown as AbiFunction
  const inputs = Array.isArray(fragment.inputs) ? fragment.inputs : []
  if (inputs.length > 0 && userdata === undefined) throw new BusinessError('Missing parameters')

  async function read(): Promise<Buffer> {
    if (!isAddress(String(address), { strict: false })) throw new UpstreamError('The contract has no valid address.')
    const args = inputs.map(({ name = '' }) => {
      if (!Object.hasOwn(userdata ?? {}, name)) throw new BusinessError('Missing parameters')
      return toArgument(userdata?.[name] ?? null)
    })
    const data = encodeFunctionData({ abi: [fragment], functionName: fragment.name, args })
    const { data: answer } = await chain.call({ to: address as Address, data })
    if (answer === undefined) throw new UpstreamError('The contract did not answer.')
    const result = decodeFunctionResult({ abi: [fragment], functionName: fragment.name, data: answer })
    return Buffer.from(JSON.stringify(result, (_, value) => (typeof value === 'bigint' ? toNumber(value) : value)))
  }

  return {
    type,
    async checkDetails({ checksum }) {
      try {
        const content = await read()
        const details = { contentLength: content.length, contentType: 'application/json' }
        if (!checksum) return details
        return { ...details, checksum: createHash('sha256').update(content).digest('hex'), checksumType: 'sha256' }
      } catch (error) {
        if (error instanceof BusinessError) throw error
        return undefined
      }
    },
    async open() {
      const content = await read().catch((cause) => {
        if (cause instanceof BusinessError) throw cause
        throw new UpstreamError('The contract could not be read.', { cause })
      })
      return {
        status: 200,
        headers: new Headers({ 'content-type': 'application/json' }),
        body: Readable.from([content]),
        filename: '',
      }
    },
  }
}

function toArgument(value: Json): unknown {
  return typeof value === 'number' && Number.isInteger(value) ? BigInt(value) : value
}

function toNumber(value: bigint): number | string {
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : value.toString()
}

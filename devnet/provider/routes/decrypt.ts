import { createHash } from 'node:crypto'
import { bytesToHex, hexToBytes, isAddress, isAddressEqual, isHash, isHex, parseEventLogs } from 'viem'
import { erc721FactoryAbi } from '@/lib/ocean/abis/erc721FactoryAbi'
import { erc721TemplateAbi } from '@/lib/ocean/abis/erc721TemplateAbi'
import { authenticate, consumeNonce } from '../authenticate'
import { checkFields } from '../checkFields'
import { decompress } from '../decompress'
import { decrypt as decryptBytes } from '../ecies'
import { BusinessError } from '../errors'
import { numeric, required, requiredWith, requiredWithout } from '../fieldRules'
import { isEmpty } from '../isEmpty'
import type { Json, JsonObject } from '../json'
import type { ProviderContext, Route } from '../types'

const compressed = 1
const encrypted = 2

const stateFaults: Record<number, string> = { 1: 'Asset end of life', 2: 'Asset deprecated', 3: 'Asset revoked' }
const readableStates = [0, 4, 5]

type Document = { data: Uint8Array; flags: number; hash: string }

export const decrypt: Route = {
  name: 'decrypt',
  method: 'POST',
  path: '/api/services/decrypt',
  async handle(context, request) {
    const { values } = request
    const trio = ['encryptedDocument', 'flags', 'documentHash']
    const ofTrio = (field: string) => ({
      rules: [requiredWithout('transactionId'), requiredWith(...trio.filter((other) => other !== field))],
    })
    await checkFields(values, {
      fields: {
        decrypterAddress: { rules: [required] },
        chainId: { rules: [required] },
        dataNftAddress: { rules: [required] },
        transactionId: { rules: [requiredWithout('dataNftAddress', ...trio)] },
        encryptedDocument: ofTrio('encryptedDocument'),
        flags: ofTrio('flags'),
        documentHash: ofTrio('documentHash'),
        nonce: { rules: [required, numeric] },
      },
      signature: authenticate(context, request, {
        owner: 'decrypterAddress',
        signed: [isEmpty(values.transactionId) ? 'dataNftAddress' : 'transactionId', 'decrypterAddress', 'chainId'],
      }),
    })
    consumeNonce(context, request, 'decrypterAddress')
    const { authorizedDecrypters } = context
    if (authorizedDecrypters.length > 0 && !authorizedDecrypters.includes(String(values.decrypterAddress))) {
      throw new BusinessError('Decrypter not authorized', 403)
    }
    const nft = await checkDeployed(context, String(values.dataNftAddress))
    const document = isEmpty(values.transactionId)
      ? readTrio(values)
      : await readTransaction(context, nft, String(values.transactionId))
    await checkState(context, nft)
    return new Response(await open(context, document), { status: 201, headers: { 'content-type': 'text/plain' } })
  },
}

async function checkDeployed({ chain, contracts }: ProviderContext, nft: string): Promise<`0x${string}`> {
  const known = isAddress(nft, { strict: false })
    ? await chain.readContract({
        ...{ address: contracts.ERC721Factory, abi: erc721FactoryAbi, functionName: 'erc721List', args: [nft] },
      })
    : undefined
  if (known === undefined || known !== nft) throw new BusinessError('Asset not deployed by the data NFT factory.')
  return known
}

async function checkState({ chain }: ProviderContext, nft: `0x${string}`): Promise<void> {
  const [, , code] = await chain.readContract({ address: nft, abi: erc721TemplateAbi, functionName: 'getMetaData' })
  const state = Number(code)
  if (readableStates.includes(state)) return
  const fault = stateFaults[state]
  throw fault ? new BusinessError(fault, 403) : new BusinessError('Invalid MetadataState')
}

function readTrio({ encryptedDocument, flags, documentHash }: JsonObject): Document {
  const data = toBytes(encryptedDocument)
  const hash = toBytes(documentHash)
  const flag = readFlags(flags)
  if (!data || !hash || flag === undefined) throw new BusinessError('Failed to convert input args to bytes.')
  return { data, flags: flag, hash: bytesToHex(hash) }
}

function toBytes(value: Json | undefined): Uint8Array | undefined {
  if (typeof value !== 'string') return undefined
  const hex = value.startsWith('0x') ? value : `0x${value}`
  return isHex(hex, { strict: true }) && hex.length % 2 === 0 ? hexToBytes(hex) : undefined
}

/** The first byte of the flags, given as number or text. */
function readFlags(flags: Json | undefined): number | undefined {
  const number = typeof flags === 'string' && flags !== '' ? Number(flags) : flags
  if (typeof number !== 'number' || !Number.isInteger(number) || number < 0) return undefined
  const hex = number.toString(16)
  return Number.parseInt(hex.slice(0, hex.length % 2 === 0 ? 2 : 1), 16)
}

async function readTransaction({ chain }: ProviderContext, nft: `0x${string}`, hash: string): Promise<Document> {
  const receipt = isHash(hash) ? await chain.getTransactionReceipt({ hash }).catch(() => undefined) : undefined
  const logs = receipt?.logs.filter(({ address }) => isAddressEqual(address, nft)) ?? []
  const [created] = parseEventLogs({ abi: erc721TemplateAbi, eventName: 'MetadataCreated', logs })
  const [updated] = parseEventLogs({ abi: erc721TemplateAbi, eventName: 'MetadataUpdated', logs })
  const event = created ?? updated
  if (!event) throw new BusinessError('Failed to process transaction id.')
  const { data, flags, metaDataHash } = event.args
  return { data: hexToBytes(data), flags: hexToBytes(flags)[0] ?? 0, hash: metaDataHash }
}

async function open(
  { privateKey }: ProviderContext,
  { data, flags, hash }: Document,
): Promise<Uint8Array<ArrayBuffer>> {
  let content = data
  if (flags & encrypted) {
    try {
      content = decryptBytes({ privateKey, ciphertext: content })
    } catch {
      throw new BusinessError('Failed to decrypt.')
    }
  }
  if (flags & compressed) {
    content = await decompress(content).catch(() => {
      throw new BusinessError('Failed to decompress')
    })
  }
  if (`0x${createHash('sha256').update(content).digest('hex')}` !== hash.toLowerCase()) {
    throw new BusinessError("Checksum doesn't match.")
  }
  return new Uint8Array(content)
}

import { createHash } from 'node:crypto'
import {
  type Account,
  type Address,
  type Chain,
  type Hex,
  type PublicClient,
  parseEther,
  parseEventLogs,
  type Transport,
  type WalletClient,
  zeroAddress,
} from 'viem'
import { datatokenAbi } from '@/lib/ocean/abis/datatokenAbi'
import { erc721FactoryAbi } from '@/lib/ocean/abis/erc721FactoryAbi'
import { erc721TemplateAbi } from '@/lib/ocean/abis/erc721TemplateAbi'
import { getDid } from '@/lib/ocean/utils/getDid'
import type { Call } from './createCaller'

type Wallet = WalletClient<Transport, Chain, Account>

export type Asset = {
  did: string
  nft: Address
  datatoken: Address
  /** Transaction that published the document. */
  transaction: Hex
  /** The document as it was hashed. */
  text: string
  /** Its encrypted form. */
  document: string
  hash: Hex
}

export type PublishParameters = {
  name: string
  /** URLs of the files that every service offers. */
  files: readonly string[]
  services: readonly Record<string, unknown>[]
  metadata?: Record<string, unknown>
  credentials?: Record<string, unknown>
}

export type CreatePublisherParameters = {
  client: PublicClient
  wallet: Wallet
  factory: Address
  provider: Call
  aquarius: Call
  providerUrl: string
}

/** Publishes assets over the services under test alone, as any client has to. */
export function createPublisher({
  client,
  wallet,
  factory,
  provider,
  aquarius,
  providerUrl,
}: CreatePublisherParameters) {
  const chainId = wallet.chain.id
  const owner = wallet.account.address

  async function encrypt(text: string): Promise<string> {
    return (await provider('/api/services/encrypt', { query: { chainId }, raw: text })).text
  }

  async function deploy(name: string): Promise<{ nft: Address; datatoken: Address }> {
    const hash = await wallet.writeContract({
      ...{ address: factory, abi: erc721FactoryAbi, functionName: 'createNftWithErc20' },
      args: [
        { name, symbol: 'C', templateIndex: 1n, tokenURI: 'data:application/json,{}', transferable: true, owner },
        {
          ...{
            templateIndex: 1n,
            strings: [`${name}: DT1`, 'DT1'],
            addresses: [owner, owner, zeroAddress, zeroAddress],
          },
          ...{ uints: [2n ** 256n - 1n, 0n], bytess: ['0x'] },
        },
      ],
    })
    const { logs } = await client.waitForTransactionReceipt({ hash })
    const [token] = parseEventLogs({ abi: erc721FactoryAbi, eventName: 'NFTCreated', logs })
    const [datatoken] = parseEventLogs({ abi: erc721FactoryAbi, eventName: 'TokenCreated', logs })
    if (!token || !datatoken) throw new Error(`${name} was not deployed.`)
    return { nft: token.args.newTokenAddress, datatoken: datatoken.args.newTokenAddress }
  }

  async function publish({ name, files, services, metadata = {}, credentials }: PublishParameters): Promise<Asset> {
    const { nft, datatoken } = await deploy(name)
    const did = getDid(nft, chainId)
    const list = files.map((url) => ({ type: 'url', url, method: 'GET' }))
    const secret = await encrypt(JSON.stringify({ datatokenAddress: datatoken, nftAddress: nft, files: list }))
    const text = JSON.stringify({
      ...{ '@context': ['https://w3id.org/did/v1'], id: did, version: '4.1.0', chainId, nftAddress: nft },
      metadata: {
        ...{ created: '2024-01-01T00:00:00', updated: '2024-01-01T00:00:00', type: 'dataset', name, description: name },
        ...{ author: 'conformance', license: 'CC0', ...metadata },
      },
      services: services.map((service, index) => ({
        ...{
          id: String(index),
          type: 'access',
          files: secret,
          datatokenAddress: datatoken,
          serviceEndpoint: providerUrl,
        },
        ...{ timeout: 0, ...service },
      })),
      ...(credentials ? { credentials } : {}),
    })
    const validated = await aquarius('/api/aquarius/assets/ddo/validate', { raw: text })
    if (validated.status !== 200) throw new Error(`${name} is not valid: ${validated.text}`)
    const document = await encrypt(text)
    const hash: Hex = `0x${createHash('sha256').update(text).digest('hex')}`
    const { publicKey, v, r, s } = validated.json
    const transaction = await wallet.writeContract({
      ...{ address: nft, abi: erc721TemplateAbi, functionName: 'setMetaData' },
      args: [
        0,
        providerUrl,
        owner,
        '0x02',
        document as Hex,
        hash,
        [{ validatorAddress: publicKey, v, r: r[0], s: s[0] }],
      ],
    })
    await client.waitForTransactionReceipt({ hash: transaction })
    return { did, nft, datatoken, transaction, text, document, hash }
  }

  async function setState(asset: Asset, state: number): Promise<void> {
    const hash = await wallet.writeContract({
      ...{ address: asset.nft, abi: erc721TemplateAbi, functionName: 'setMetaDataState', args: [state] },
    })
    await client.waitForTransactionReceipt({ hash })
  }

  async function mint(asset: Asset, to: Address, amount: number): Promise<void> {
    const hash = await wallet.writeContract({
      ...{ address: asset.datatoken, abi: datatokenAbi, functionName: 'mint', args: [to, parseEther(String(amount))] },
    })
    await client.waitForTransactionReceipt({ hash })
  }

  return { publish, setState, mint }
}

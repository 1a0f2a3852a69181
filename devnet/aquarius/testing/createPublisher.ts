import {
  type Abi,
  type Address,
  bytesToHex,
  createWalletClient,
  encodeFunctionData,
  type Hash,
  type Hex,
  http,
  maxUint256,
  parseEventLogs,
  publicActions,
  sha256,
  stringToBytes,
  zeroAddress,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { erc721FactoryAbi } from '@/lib/ocean/abis/erc721FactoryAbi'
import { erc721TemplateAbi } from '@/lib/ocean/abis/erc721TemplateAbi'
import { getDid } from '@/lib/ocean/utils/getDid'
import { buildDdo } from './buildDdo'
import { scramble } from './scramble'

type Parameters = { rpcUrl: string; chainId: number; factory: Address; privateKey: Hex }
export type Created = { nft: Address; datatoken: Address; did: string; hash: Hash }
export type Publication = { document: unknown; decryptorUrl: string; nft: Address; flags?: number; state?: number }
export type Publisher = ReturnType<typeof createPublisher>

/** Sends the transactions of a publisher straight to the contracts. */
export function createPublisher({ rpcUrl, chainId, factory, privateKey }: Parameters) {
  const account = privateKeyToAccount(privateKey)
  const client = createWalletClient({ account, transport: http(rpcUrl), pollingInterval: 20 }).extend(publicActions)

  async function send(call: { address: Address; abi: Abi; functionName: string; args: readonly unknown[] }) {
    const hash = await client.sendTransaction({ chain: null, to: call.address, data: encodeFunctionData(call) })
    const receipt = await client.waitForTransactionReceipt({ hash })
    if (receipt.status !== 'success') throw new Error(`${call.functionName} reverted`)
    return receipt
  }

  function encodeMetadata({ document, decryptorUrl, flags = 2, state = 0 }: Omit<Publication, 'nft'>) {
    const bytes = stringToBytes(typeof document === 'string' ? document : JSON.stringify(document))
    const data = bytesToHex(flags & 2 ? scramble(bytes) : bytes)
    return [state, decryptorUrl, account.address, bytesToHex(Uint8Array.of(flags)), data, sha256(bytes), []] as const
  }

  return {
    address: account.address,
    client,
    send,
    encodeMetadata,
    /** Creates a data NFT with one datatoken. */
    async create(name: string): Promise<Created> {
      const nftData = {
        name,
        symbol: 'NFT',
        templateIndex: 1n,
        tokenURI: 'data:,first',
        transferable: true,
        owner: account.address,
      }
      const tokenData = {
        templateIndex: 1n,
        strings: [`${name}: DT1`, 'DT1'],
        addresses: [account.address, zeroAddress, zeroAddress, zeroAddress],
        uints: [maxUint256, 0n],
        bytess: [],
      }
      const receipt = await send({
        address: factory,
        abi: erc721FactoryAbi,
        functionName: 'createNftWithErc20',
        args: [nftData, tokenData],
      })
      const logs = parseEventLogs({ abi: erc721FactoryAbi, logs: receipt.logs })
      const made = (eventName: string) => {
        const log = logs.find((candidate) => candidate.eventName === eventName)
        if (!log) throw new Error(`There is no ${eventName}.`)
        return log.args.newTokenAddress
      }
      const nft = made('NFTCreated')
      return { nft, datatoken: made('TokenCreated'), did: getDid(nft, chainId), hash: receipt.transactionHash }
    },
    /** Writes a document into a data NFT. */
    async setMetadata({ nft, ...publication }: Publication): Promise<Hash> {
      const args = encodeMetadata(publication)
      const receipt = await send({ address: nft, abi: erc721TemplateAbi, functionName: 'setMetaData', args })
      return receipt.transactionHash
    },
    async setState(nft: Address, state: number): Promise<Hash> {
      const receipt = await send({
        address: nft,
        abi: erc721TemplateAbi,
        functionName: 'setMetaDataState',
        args: [state],
      })
      return receipt.transactionHash
    },
    /** Creates a data NFT with one datatoken and publishes a valid dataset under a name. */
    async publish(name: string, decryptorUrl: string): Promise<Created> {
      const created = await this.create(name)
      const document = buildDdo({ ...created, chainId, name })
      return { ...created, hash: await this.setMetadata({ nft: created.nft, document, decryptorUrl }) }
    },
  }
}

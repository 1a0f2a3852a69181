import { createPublicClient, createWalletClient, defineChain, type Hex, http, zeroAddress } from 'viem'
import { type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import { vi } from 'vitest'
import { datatokenAbi } from '@/lib/ocean/abis/datatokenAbi'
import { type Answer, type CallParameters, createCaller, signParts } from './createCaller'
import { type Asset, createPublisher, type PublishParameters } from './createPublisher'
import { createTarget } from './createTarget'
import { serveFiles } from './serveFiles'

/** A container that every compute backend with Python knows: the tutorial's. */
const container = {
  ...{ entrypoint: 'python $ALGO', image: 'oceanprotocol/algo_dockers', tag: 'python-branin' },
  checksum: 'sha256:8221d20c1c16491d7d56b9657ea09082c0ee4a8ab1a6621fa720da58b09580e4',
}

export type ConformanceWorld = Awaited<ReturnType<typeof createConformanceWorld>>

export type SignedCallParameters = CallParameters & {
  as?: 'consumer' | 'other' | 'publisher'
  /** Signed texts before the nonce. */
  parts: readonly string[]
  /** The nonce to send. Default: the one after the stored nonce of `nonceOf`. */
  nonce?: string
  /** Whose nonce counts. Default: the signer's. */
  nonceOf?: string
  /** Sends the nonce without a signature. */
  unsigned?: boolean
  /** Sends neither. */
  withoutNonce?: boolean
}

export type JobOrder = { data: Hex; algorithm: Hex; until: number }

/** Services under test with assets of every kind the cases need, published through these services. */
export async function createConformanceWorld() {
  const target = await createTarget()
  const files = await serveFiles(target.filesHost)
  const provider = createCaller(target.providerUrl)
  const aquarius = createCaller(target.aquariusUrl)
  const root = (await provider('/')).json
  const chainId: number = root.chainIds[0]
  const chain = defineChain({
    ...{ id: chainId, name: 'Under test', nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 } },
    rpcUrls: { default: { http: [target.rpcUrl] } },
  })
  const transport = http(target.rpcUrl)
  const client = createPublicClient({ chain, transport, pollingInterval: 50 })
  const walletOf = (key: Hex) => createWalletClient({ account: privateKeyToAccount(key), chain, transport })
  const people = {
    publisher: privateKeyToAccount(target.keys.publisher),
    consumer: privateKeyToAccount(target.keys.consumer),
    other: privateKeyToAccount(target.keys.other),
  }
  const { publish, setState, mint } = createPublisher({
    ...{ client, wallet: walletOf(target.keys.publisher), factory: target.factory, provider, aquarius },
    providerUrl: target.providerUrl,
  })
  const environments: Record<string, unknown>[] = (await provider('/api/services/computeEnvironments')).json[chainId]
  const free = environments.find(({ priceMin }) => Number(priceMin) === 0) as { id: string; consumerAddress: Hex }

  /** Calls the Provider with nonce and signature, in the query for GET and DELETE, otherwise in the body. */
  async function signedCall(path: string, parameters: SignedCallParameters): Promise<Answer> {
    const { as = 'consumer', parts, nonce: given, nonceOf, unsigned, withoutNonce, ...call } = parameters
    const account: PrivateKeyAccount = people[as]
    const nonce = given ?? (await nextNonce(nonceOf ?? account.address))
    const proof = {
      ...(withoutNonce ? {} : { nonce }),
      ...(unsigned ? {} : { signature: await signParts(account, parts, nonce) }),
    }
    if (call.json !== undefined) return provider(path, { ...call, json: { ...(call.json as object), ...proof } })
    return provider(path, { ...call, query: { ...call.query, ...proof } })
  }

  async function nextNonce(userAddress: string): Promise<string> {
    const { json } = await provider('/api/services/nonce', { query: { userAddress } })
    return String(BigInt(json.nonce) + 1n)
  }

  type Fee = Record<string, string>

  async function startOrder(
    asset: Asset,
    fee: Fee,
    options: { by?: Hex; consumer?: Hex; serviceIndex?: number } = {},
  ): Promise<Hex> {
    const wallet = walletOf(options.by ?? target.keys.consumer)
    await mint(asset, wallet.account.address, 1)
    const hash = await wallet.writeContract({
      ...{ address: asset.datatoken, abi: datatokenAbi, functionName: 'startOrder' },
      args: [
        options.consumer ?? wallet.account.address,
        BigInt(options.serviceIndex ?? 0),
        {
          providerFeeAddress: fee.providerFeeAddress as Hex,
          providerFeeToken: fee.providerFeeToken as Hex,
          providerFeeAmount: BigInt(fee.providerFeeAmount ?? 0),
          ...{ v: Number(fee.v), r: fee.r as Hex, s: fee.s as Hex },
          ...{ validUntil: BigInt(fee.validUntil ?? 0), providerData: fee.providerData as Hex },
        },
        { consumeMarketFeeAddress: zeroAddress, consumeMarketFeeToken: zeroAddress, consumeMarketFeeAmount: 0n },
      ],
    })
    await client.waitForTransactionReceipt({ hash })
    return hash
  }

  /** Orders the download of an asset's first service. */
  async function orderAccess(asset: Asset, as: 'consumer' | 'other' = 'consumer'): Promise<Hex> {
    const query = { documentId: asset.did, serviceId: '0', consumerAddress: people[as].address }
    const { json } = await provider('/api/services/initialize', { query })
    return startOrder(asset, json.providerFee, { by: target.keys[as] })
  }

  /** Orders a job in the free environment: the dataset's given service, then the algorithm unless it is raw. */
  async function orderJob(
    data: Asset,
    algorithm: Asset | undefined,
    { serviceId = '1', as = 'consumer' as 'consumer' | 'other' } = {},
  ): Promise<JobOrder> {
    const until = Math.floor(Date.now() / 1000) + 3_000
    const { json } = await provider('/api/services/initializeCompute', {
      json: {
        datasets: [{ documentId: data.did, serviceId }],
        algorithm: algorithm
          ? { documentId: algorithm.did, serviceId: '0' }
          : { meta: { rawcode: 'print(1)', language: 'python', version: '0.1', container } },
        compute: { env: free.id, validUntil: until },
        consumerAddress: free.consumerAddress,
      },
    })
    if (!json.datasets) throw new Error(`No quote for ${data.did}: ${JSON.stringify(json)}`)
    const options = { consumer: free.consumerAddress, by: target.keys[as] }
    const dataOrder = await startOrder(data, json.datasets[0].providerFee, {
      ...options,
      serviceIndex: Number(serviceId),
    })
    const algorithmOrder = algorithm ? await startOrder(algorithm, json.algorithm.providerFee, options) : dataOrder
    return { data: dataOrder, algorithm: algorithmOrder, until }
  }

  const url = (name: string) => `${files.url}/${name}`
  const algorithm = (name: string, file: string, more: Partial<PublishParameters> = {}) =>
    publish({
      ...{ name, files: [url(file)], services: [{}] },
      metadata: { type: 'algorithm', algorithm: { language: 'python', version: '0.1', container } },
      ...more,
    })
  const computeService = (compute: Record<string, unknown>) => ({
    type: 'compute',
    compute: {
      ...{ allowRawAlgorithm: false, allowNetworkAccess: true, publisherTrustedAlgorithms: [] },
      ...{ publisherTrustedAlgorithmPublishers: [], ...compute },
    },
  })
  const dataset = (name: string, services: Record<string, unknown>[], more: Partial<PublishParameters> = {}) =>
    publish({ name, files: [url('data.csv')], services, ...more })

  async function indexed(asset: Asset, accept: (json: Answer['json']) => boolean = () => true): Promise<void> {
    await vi.waitFor(
      async () => {
        const { status, json } = await aquarius(`/api/aquarius/assets/ddo/${asset.did}`)
        if (status !== 200 || !accept(json)) throw new Error(`${asset.did} is not indexed yet.`)
      },
      { timeout: 60_000, interval: 50 },
    )
  }

  async function trust(
    asset: Asset,
  ): Promise<{ did: string; filesChecksum: string; containerSectionChecksum: string }> {
    await indexed(asset)
    const { json } = await provider('/api/services/fileinfo', {
      json: { did: asset.did, serviceId: '0', checksum: true },
    })
    const { createHash } = await import('node:crypto')
    const containerSectionChecksum = createHash('sha256')
      .update(`${container.entrypoint}${container.checksum}`)
      .digest('hex')
    return { did: asset.did, filesChecksum: json[0].checksum, containerSectionChecksum }
  }

  async function jobEnd(jobId: string): Promise<Answer['json']> {
    const query = { consumerAddress: people.consumer.address, jobId }
    return vi.waitFor(
      async () => {
        const [job] = (await provider('/api/services/compute', { query })).json
        if (!(Number(job?.dateFinished) > 0)) throw new Error(`Job ${jobId} has not ended yet.`)
        return job
      },
      { timeout: 120_000, interval: 100 },
    )
  }

  return {
    ...{ target, provider, aquarius, root, chainId, client, people, free, container, url },
    ...{ publish, algorithm, dataset, computeService, setState, indexed, trust },
    ...{ orderAccess, orderJob, signedCall, nextNonce, jobEnd },
    [Symbol.asyncDispose]: async () => {
      await files[Symbol.asyncDispose]()
      await target[Symbol.asyncDispose]()
    },
  }
}

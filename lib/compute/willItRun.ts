import { type Address, isAddress, isAddressEqual } from 'viem'
import { getAlgorithmService } from '@/lib/asset/getAlgorithmService'
import { getComputeService } from '@/lib/asset/getComputeService'
import {
  type Asset,
  type ComputeEnvironment,
  type ComputeJob,
  type ComputeQuotes,
  getAccessOptions,
  getAllowance,
  getAsset,
  getComputeEnvironments,
  getComputeJobs,
  getFileInfo,
  getOrders,
  getTokenBalance,
  getTokenInfo,
  initializeCompute,
  type OceanClient,
  type Order,
  type Service,
} from '@/lib/ocean'
import { assessRun } from './assessRun'
import { getLiveChecksums } from './getLiveChecksums'
import type { AccessFacts, Fact, RunCheck, RunFacts } from './runCheck'
import { chooseValidUntil } from './validity'

export type WillItRunParameters = {
  datasetDid: string
  algorithmDid: string
  environmentId: string | undefined
  /** Seconds the order is to stay valid; default what the environment needs. */
  duration: number | undefined
  account: Address | undefined
  /** Chain the wallet is on. */
  walletChainId: number | undefined
  signal?: AbortSignal | undefined
}

export type WillItRunReturnType = { checks: RunCheck[]; facts: RunFacts }

/**
 * Finds out, before any money moves, whether a job would run: asks index, Provider and chain, and judges the answers.
 * What cannot be found out is said to be unknown; only a missing document makes the whole check fail.
 */
export async function willItRun(client: OceanClient, parameters: WillItRunParameters): Promise<WillItRunReturnType> {
  const { datasetDid, algorithmDid, environmentId, account, walletChainId, signal } = parameters
  const [dataset, algorithm] = await Promise.all([
    getAsset(client, { did: datasetDid, signal }),
    getAsset(client, { did: algorithmDid, signal }),
  ])
  const service = getComputeService(dataset)
  const code = getAlgorithmService(algorithm)
  const providerUrl = service?.serviceEndpoint
  const environments = await settle(getComputeEnvironments(client, { providerUrl, signal }))
  const environment = environments.known ? environments.value.find(({ id }) => id === environmentId) : undefined
  const now = Math.floor(Date.now() / 1000)
  const find = (asset: Asset, used: Service | undefined) =>
    settle(findOrders(client, { asset, service: used, account, environment, now }))
  const [datasetOrders, algorithmOrders] = await Promise.all([find(dataset, service), find(algorithm, code)])
  const best = datasetOrders.known ? datasetOrders.value.best : undefined
  const jobs = settle(best && account ? getComputeJobs(client, { providerUrl, owner: account, signal }) : noJobs)
  const asking = (async () => {
    if (!environments.known && environments.error) throw environments.error
    return quote(client, { dataset, algorithm, environment, parameters, orders: [datasetOrders, algorithmOrders], now })
  })()
  const [liveChecksums, datasetFiles, algorithmFiles, quotes, datasetAccess, algorithmAccess, gas] = await Promise.all([
    settle(getLiveChecksums(client, { algorithm, signal })),
    settle(look(client, dataset, service)),
    settle(look(client, algorithm, code)),
    settle(asking),
    access(client, service, account),
    access(client, code, account),
    settle(purseOfGas(client, account)),
  ])
  signal?.throwIfAborted()
  const fee = await settle(getFee(client, { quotes, environment, account }))
  const facts: RunFacts = {
    account,
    walletChainId,
    chainId: client.network.chainId,
    dataset,
    algorithm,
    environments,
    environment,
    liveChecksums,
    datasetFiles,
    algorithmFiles,
    verdict: quotes.known ? { known: true, value: true } : quotes,
    datasetAccess: {
      ...datasetAccess,
      quote: pick(quotes, (value) => value.datasets[0]),
      lapsedAt: datasetOrders.known ? datasetOrders.value.lapsedAt : undefined,
      paidFor: best ? best.paidUntil - now : undefined,
      inUse: best !== undefined && isInUse(best, await jobs),
    },
    algorithmAccess: {
      ...algorithmAccess,
      quote: pick(quotes, (value) => value.algorithm),
      lapsedAt: algorithmOrders.known ? algorithmOrders.value.lapsedAt : undefined,
    },
    fee,
    feeAllowance: await settle(getFeeAllowance(client, { fee, service, account })),
    gas,
  }
  return { facts, checks: assessRun(facts) }
}

const noJobs = Promise.resolve<ComputeJob[]>([])

/** Whether a job that has not ended runs on an order; what the Provider does not tell is taken for no. */
function isInUse({ transactionHash }: Order, jobs: Fact<ComputeJob[]>): boolean {
  if (!jobs.known) return false
  const order = transactionHash.toLowerCase()
  return jobs.value.some(({ ended, agreementId }) => !ended && agreementId.toLowerCase() === order)
}

/** Thrown inside, where there is nothing to ask yet: unknown, without an error to show. */
class NotAsked extends Error {}

async function settle<value>(promise: Promise<value>): Promise<Fact<value>> {
  try {
    return { known: true, value: await promise }
  } catch (error) {
    if (error instanceof NotAsked) return { known: false }
    return { known: false, error: error instanceof Error ? error : new Error(String(error)) }
  }
}

async function look(client: OceanClient, asset: Asset, service: Service | undefined) {
  if (service === undefined) throw new NotAsked()
  return getFileInfo(client, { did: asset.id, serviceId: service.id, providerUrl: service.serviceEndpoint })
}

async function access(
  client: OceanClient,
  service: Service | undefined,
  account: Address | undefined,
): Promise<Omit<AccessFacts, 'quote'>> {
  const options = await settle(
    (async () => {
      if (service === undefined || account === undefined) throw new NotAsked()
      return getAccessOptions(client, { datatoken: service.datatokenAddress, account })
    })(),
  )
  const purse = await settle(
    (async () => {
      const token = options.known ? options.value.fixedRates[0]?.baseToken : undefined
      if (token === undefined || account === undefined) throw new NotAsked()
      const [balance, { symbol, decimals }] = await Promise.all([
        getTokenBalance(client, { token, account }),
        getTokenInfo(client, { token }),
      ])
      return { balance, symbol, decimals }
    })(),
  )
  return { options, purse, timeout: service?.timeout ?? 0 }
}

function pick<whole, part>(fact: Fact<whole>, read: (value: whole) => part): Fact<part> {
  return fact.known ? { known: true, value: read(fact.value) } : fact
}

/** The account's orders of a service in an environment: the one to go on with, and when the others ended. */
type FoundOrders = { best: Order | undefined; lapsedAt: number | undefined }

async function quote(
  client: OceanClient,
  given: {
    dataset: Asset
    algorithm: Asset
    environment: ComputeEnvironment | undefined
    parameters: WillItRunParameters
    /** Of the dataset and of the algorithm. */
    orders: readonly [Fact<FoundOrders>, Fact<FoundOrders>]
    /** Unix seconds. */
    now: number
  },
): Promise<ComputeQuotes> {
  const { dataset, algorithm, environment, parameters, now } = given
  const service = getComputeService(dataset)
  const code = getAlgorithmService(algorithm)
  if (service === undefined || code === undefined || environment === undefined) throw new NotAsked()
  const { duration, signal } = parameters
  const orders = given.orders.map((fact) => (fact.known ? fact.value.best : undefined))
  const paidUntil = orders.flatMap((order) => order?.paidUntil ?? [])
  return initializeCompute(client, {
    providerUrl: service.serviceEndpoint,
    datasets: [{ did: dataset.id, serviceId: service.id, transferTxId: orders[0]?.transactionHash }],
    algorithm: { did: algorithm.id, serviceId: code.id, transferTxId: orders[1]?.transactionHash },
    environmentId: environment.id,
    validUntil: chooseValidUntil({ environment, duration, paidUntil, now }),
    consumerAddress: environment.consumerAddress,
    signal,
  })
}

/** Looks for orders that are still good; the Provider says whether they really are. */
async function findOrders(
  client: OceanClient,
  parameters: {
    asset: Asset
    service: Service | undefined
    account: Address | undefined
    environment: ComputeEnvironment | undefined
    /** Unix seconds. */
    now: number
  },
): Promise<FoundOrders> {
  const { asset, service, account, environment, now } = parameters
  if (service === undefined || account === undefined || environment === undefined)
    return { best: undefined, lapsedAt: undefined }
  const orders = await getOrders(client, {
    datatoken: service.datatokenAddress,
    serviceIndex: asset.services.indexOf(service),
    serviceId: service.id,
    account,
    consumer: environment.consumerAddress,
  })
  const end = ({ startedAt }: Order) => (service.timeout === 0 ? Number.POSITIVE_INFINITY : startedAt + service.timeout)
  const [best] = orders
    .filter((order) => order.environment === environment.id && end(order) > now + 30)
    .sort((a, b) => b.paidUntil - a.paidUntil)
  const ends = orders.map(end).filter((moment) => moment <= now + 30)
  return { best, lapsedAt: best === undefined && ends.length > 0 ? Math.max(...ends) : undefined }
}

async function getFee(
  client: OceanClient,
  {
    quotes,
    environment,
    account,
  }: { quotes: Fact<ComputeQuotes>; environment: ComputeEnvironment | undefined; account: Address | undefined },
) {
  if (!quotes.known || environment === undefined) throw new NotAsked()
  const paid = [...quotes.value.datasets, quotes.value.algorithm].flatMap((item) => item?.providerFee ?? [])
  const due = paid.filter(({ providerFeeAmount }) => providerFeeAmount > 0n)
  const token = due[0]?.providerFeeToken
  if (token === undefined) return { amount: 0n, token: '', symbol: '', decimals: 18, balance: undefined }
  const amount = due
    .filter(({ providerFeeToken }) => isAddressEqual(providerFeeToken, token))
    .reduce((sum, { providerFeeAmount }) => sum + providerFeeAmount, 0n)
  const [info, balance] = await Promise.all([
    getTokenInfo(client, { token }),
    account === undefined ? undefined : getTokenBalance(client, { token, account }),
  ])
  return { amount, token, symbol: info.symbol, decimals: info.decimals, balance }
}

/** The fee is taken by the dataset's token contract as the order is placed. */
async function getFeeAllowance(
  client: OceanClient,
  { fee, service, account }: { fee: RunFacts['fee']; service: Service | undefined; account: Address | undefined },
): Promise<bigint> {
  if (!fee.known || !isAddress(fee.value.token) || service === undefined || account === undefined) throw new NotAsked()
  return getAllowance(client, { token: fee.value.token, account, spender: service.datatokenAddress })
}

async function purseOfGas(client: OceanClient, account: Address | undefined) {
  if (account === undefined) throw new NotAsked()
  const balance = await client.publicClient.getBalance({ address: account })
  return { balance, symbol: client.publicClient.chain?.nativeCurrency.symbol ?? 'ETH' }
}

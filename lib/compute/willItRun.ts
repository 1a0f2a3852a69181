import type { Address } from 'viem'
import { getAlgorithmService } from '@/lib/asset/getAlgorithmService'
import { getComputeService } from '@/lib/asset/getComputeService'
import {
  type Asset,
  type ComputeEnvironment,
  type ComputeQuotes,
  getAccessOptions,
  getAsset,
  getComputeEnvironments,
  getFileInfo,
  getOrders,
  getTokenBalance,
  getTokenInfo,
  initializeCompute,
  type OceanClient,
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
  const [liveChecksums, datasetFiles, algorithmFiles, quotes, datasetAccess, algorithmAccess] = await Promise.all([
    settle(getLiveChecksums(client, { algorithm, signal })),
    settle(look(client, dataset, service)),
    settle(look(client, algorithm, code)),
    settle(quote(client, { dataset, algorithm, environment, parameters })),
    access(client, service, account),
    access(client, code, account),
  ])
  signal?.throwIfAborted()
  const facts: RunFacts = {
    account,
    walletChainId,
    chainId: client.network.chainId,
    dataset,
    algorithm,
    environment,
    liveChecksums,
    datasetFiles,
    algorithmFiles,
    verdict: quotes.known ? { known: true, value: true } : quotes,
    datasetAccess: { ...datasetAccess, quote: pick(quotes, (value) => value.datasets[0]) },
    algorithmAccess: { ...algorithmAccess, quote: pick(quotes, (value) => value.algorithm) },
    fee: await settle(fee(client, { quotes, environment, account })),
  }
  return { facts, checks: assessRun(facts) }
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

async function quote(
  client: OceanClient,
  {
    dataset,
    algorithm,
    environment,
    parameters,
  }: { dataset: Asset; algorithm: Asset; environment: ComputeEnvironment | undefined; parameters: WillItRunParameters },
): Promise<ComputeQuotes> {
  const service = getComputeService(dataset)
  const code = getAlgorithmService(algorithm)
  if (service === undefined || code === undefined || environment === undefined) throw new NotAsked()
  const { account, duration, signal } = parameters
  const now = Math.floor(Date.now() / 1000)
  const find = (asset: Asset, used: Service) => findOrder(client, { asset, service: used, account, environment, now })
  const orders = await Promise.all([find(dataset, service), find(algorithm, code)])
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

/** The account's order for this environment that lasts longest, if any; the Provider says whether it is still good. */
async function findOrder(
  client: OceanClient,
  parameters: {
    asset: Asset
    service: Service
    account: Address | undefined
    environment: ComputeEnvironment
    /** Unix seconds. */
    now: number
  },
) {
  const { asset, service, account, environment, now } = parameters
  if (account === undefined) return undefined
  const orders = await getOrders(client, {
    datatoken: service.datatokenAddress,
    serviceIndex: asset.services.indexOf(service),
    serviceId: service.id,
    account,
    consumer: environment.consumerAddress,
  })
  return orders
    .filter(
      (order) =>
        order.environment === environment.id && (service.timeout === 0 || order.startedAt + service.timeout > now + 30),
    )
    .sort((a, b) => b.paidUntil - a.paidUntil)[0]
}

async function fee(
  client: OceanClient,
  {
    quotes,
    environment,
    account,
  }: { quotes: Fact<ComputeQuotes>; environment: ComputeEnvironment | undefined; account: Address | undefined },
) {
  if (!quotes.known || environment === undefined) throw new NotAsked()
  const paid = [...quotes.value.datasets, quotes.value.algorithm].flatMap((item) => item?.providerFee ?? [])
  const due = paid.find(({ providerFeeAmount }) => providerFeeAmount > 0n)
  if (due === undefined) return { amount: 0n, token: '', symbol: '', decimals: 18, balance: undefined }
  const token = due.providerFeeToken
  const [info, balance] = await Promise.all([
    getTokenInfo(client, { token }),
    account === undefined ? undefined : getTokenBalance(client, { token, account }),
  ])
  return { amount: due.providerFeeAmount, token, symbol: info.symbol, decimals: info.decimals, balance }
}

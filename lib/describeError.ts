import {
  BaseError,
  HttpRequestError,
  InsufficientFundsError,
  ResourceUnavailableRpcError,
  UnauthorizedProviderError,
  UserRejectedRequestError,
} from 'viem'
import * as ocean from '@/lib/ocean'
import type { Messages } from './messages'

export type DescribedError = {
  title: string
  detail: string
  /** What has been paid: nothing, perhaps this step, this step, or only the steps before it. */
  spent: 'no' | 'maybe' | 'yes' | 'earlier'
  /** Whether pressing the button again can help. */
  retry: boolean
  /** True when the person declined: not a fault. */
  rejected: boolean
  /** The original text, without what is long and useless. */
  raw: string
}

type Words = { title: string; detail: string }
type Verdict = Words & { retry?: boolean; rejected?: boolean; spent?: DescribedError['spent'] }

/**
 * Says in people's words what an error means. The only place that does.
 *
 * @param error - Anything thrown.
 * @param words - The `errors` part of the catalogue.
 */
export function describeError(error: unknown, words: Messages['errors']): DescribedError {
  const chain = toChain(error)
  const step = chain.find((entry) => entry instanceof ocean.FlowStepError)
  const verdict = chain.map((entry) => judge(entry, words)).find((found) => found !== undefined)
  const sending = chain.some((entry) => entry instanceof ocean.SendFailedError)
  const fallback: Verdict = sending ? { ...words.sendFailed, spent: 'maybe' } : words.unknown
  const { title, detail, retry = true, rejected = false, spent } = verdict ?? fallback
  return { title, detail, retry, rejected, spent: spent ?? (step?.spent ? 'earlier' : 'no'), raw: toRaw(error, chain) }
}

function toChain(error: unknown): unknown[] {
  const chain: unknown[] = []
  for (let current = error; current !== undefined && !chain.includes(current) && chain.length < 12; ) {
    chain.push(current)
    current = typeof current === 'object' && current !== null ? (current as { cause?: unknown }).cause : undefined
  }
  return chain
}

function judge(error: unknown, words: Messages['errors']): Verdict | undefined {
  if (isRejection(error)) return { ...words.rejected, rejected: true }
  if (error instanceof ocean.OceanError) return judgeOcean(error, words)
  if (error instanceof ResourceUnavailableRpcError) return words.pendingRequest
  if (error instanceof UnauthorizedProviderError) return words.walletLocked
  if (error instanceof InsufficientFundsError) return words.insufficientGas
  if (error instanceof HttpRequestError) return words.rpc
  if (!(error instanceof Error)) return undefined
  switch (error.name) {
    case 'AbortError':
      return words.aborted
    case 'TimeoutError':
      return words.timeout
    case 'FlowRunsElsewhereError':
      return words.otherTab
    case 'ConnectorNotConnectedError':
    case 'ConnectorAccountNotFoundError':
      return words.walletRequired
    case 'ConnectorChainMismatchError':
    case 'SwitchChainNotSupportedError':
      return words.wrongChain
    case 'EstimateGasExecutionError':
    case 'TransactionExecutionError':
      return /insufficient funds/i.test(error.message) ? words.insufficientGas : undefined
  }
  return error instanceof TypeError && /fetch|network/i.test(error.message) ? unreachable(undefined, words) : undefined
}

function judgeOcean(error: ocean.OceanError, words: Messages['errors']): Verdict | undefined {
  if (error instanceof ocean.TransactionRevertedError) {
    const known = words.reverts[error.kind]
    const detail = error.kind === 'unknown' && error.reason ? words.reverts.withReason(error.reason) : known
    return { title: words.reverted.title, detail, spent: error.transactionHash ? 'yes' : undefined } as Verdict
  }
  if (error instanceof ocean.ComputeRefusedError)
    return { title: words.computeRefused.title, detail: words.compute[error.kind] }
  if (error instanceof ocean.QuoteRejectedError) return words.quote
  if (error instanceof ocean.ServiceUnreachableError)
    return error.timedOut ? words.timeout : unreachable(error.url, words)
  if (error instanceof ocean.UnexpectedResponseError)
    return { title: words.unexpected.title, detail: words.unexpected.detail(toHost(error.url)) }
  if (error instanceof ocean.RequestInvalidError) {
    const faults = Object.entries(error.fields).map(([field, texts]) => `${field}: ${texts.join(', ')}`)
    return { title: words.badRequest.title, detail: words.badRequest.detail(faults.join('; ')) }
  }
  if (error instanceof ocean.AssetInvalidError) {
    const faults = Object.entries(error.faults).map(([field, fault]) => `${field}: ${fault}`)
    return { title: words.invalidAsset.title, detail: words.invalidAsset.detail(faults.join('; ')) }
  }
  const byName = byErrorName(error.name, words)
  if (byName) return byName
  if (error instanceof ocean.RequestRefusedError && error.kind !== 'unknown')
    return { title: words.providerRefused.title, detail: words.compute[error.kind] }
  if (error instanceof ocean.RequestRefusedError)
    return {
      title: words.providerRefused.title,
      detail: words.providerRefused.detail(error.details ?? error.shortMessage),
    }
  return undefined
}

function byErrorName(name: string, words: Messages['errors']): Verdict | undefined {
  const verdicts: Record<string, Verdict | undefined> = {
    AssetNotFoundError: words.assetNotFound,
    HelperRightsError: { ...words.helperRights, spent: 'yes', retry: false },
    AssetUnavailableError: words.assetUnavailable,
    AssetMismatchError: { ...words.assetMismatch, retry: false },
    AssetNotIndexedError: { ...words.notIndexed, spent: 'yes' },
    ServiceNotFoundError: words.assetNotFound,
    FileUnreachableError: words.fileUnreachable,
    ChecksumMissingError: words.checksumMissing,
    EventMissingError: { ...words.eventMissing, spent: 'yes' },
    TransactionReplacedError: words.replaced,
    TransactionDroppedError: words.dropped,
    TransactionPendingError: { ...words.pending, spent: 'maybe' },
    WrongChainError: words.wrongChain,
    WrongAccountError: words.accountChanged,
    WalletRequiredError: words.walletRequired,
    WalletLockedError: words.walletLocked,
    BalanceTooLowError: words.insufficientTokens,
    DatatokenUnavailableError: words.datatokenUnavailable,
    OrderNotRecognisedError: { ...words.orderNotRecognised, spent: 'yes' },
    PriceChangedError: words.priceChanged,
    EnvironmentNotFoundError: words.environmentMissing,
    JobOutcomeUnknownError: { ...words.jobOutcomeUnknown, spent: 'maybe' },
    JobNotFoundError: words.jobNotFound,
    ComputeUnsupportedError: { ...words.computeUnsupported, retry: false },
    SignatureRejectedError: words.nonce,
    ServiceFailedError: words.serviceFailed,
  }
  return verdicts[name]
}

function isRejection(error: unknown): boolean {
  if (error instanceof UserRejectedRequestError) return true
  const code = typeof error === 'object' && error !== null ? (error as { code?: unknown }).code : undefined
  return code === 4001 || code === 'ACTION_REJECTED'
}

function unreachable(url: string | undefined, words: Messages['errors']): Words {
  const host = url ? toHost(url) : words.network.someService
  return { title: words.network.title, detail: words.network.detail(host) }
}

function toHost(url: string): string {
  try {
    return new URL(url).host
  } catch {
    return url
  }
}

function toRaw(error: unknown, chain: readonly unknown[]): string {
  if (!(error instanceof Error)) return typeof error === 'string' ? error : JSON.stringify(error, null, 2)
  const lines = chain
    .filter((entry): entry is Error => entry instanceof Error)
    .map(
      (entry) =>
        `${entry.name}: ${entry instanceof BaseError ? [entry.shortMessage, entry.details].filter(Boolean).join('\n') : entry.message}`,
    )
  return [...new Set(lines)].join('\n\n')
}

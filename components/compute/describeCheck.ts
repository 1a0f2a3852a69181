import { formatTokens } from '@/components/acquire/formatTokens'
import type { RunCheck } from '@/lib/compute/runCheck'
import type { Messages } from '@/lib/messages'
import type { FileInfo } from '@/lib/ocean'

export type DescribeCheckParameters = {
  words: Messages
  /** Name of the network the job runs on. */
  networkName: string
  /** What an error means, in a sentence. */
  describe(error: Error): string
}

function host(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url
}

function fileFacts(files: readonly FileInfo[], words: Messages): string {
  const [file] = files
  if (file === undefined) return ''
  return [file.contentType, file.contentLength === undefined ? undefined : words.common.bytes(file.contentLength)]
    .filter(Boolean)
    .join(', ')
}

/** What a check found, in people's words. */
export function describeCheck(check: RunCheck, { words, networkName, describe }: DescribeCheckParameters): string {
  const { checks } = words.compute
  const money = (amount: bigint, token: { symbol: string; decimals: number }) =>
    `${formatTokens(amount, token.decimals)} ${token.symbol}`
  switch (check.id) {
    case 'wallet':
      return checks.wallet[check.finding]
    case 'chain':
      return checks.chain[check.finding](networkName)
    case 'allowed':
      if (check.finding !== 'refused') return checks.allowed[check.finding]
      return check.obstacles.map((obstacle) => words.allow.obstacles[obstacle]).join('. ')
    case 'checksum':
      return checks.checksum[check.finding]
    case 'provider':
      if (check.finding === 'same') return checks.provider.same
      return checks.provider.different(host(check.datasetUrl), host(check.algorithmUrl))
    case 'datasetFile':
    case 'algorithmFile':
      return check.finding === 'reachable'
        ? checks.file.reachable(fileFacts(check.files, words))
        : checks.file[check.finding]
    case 'environment': {
      const { environment, finding } = check
      if (environment === undefined || finding === 'none') return checks.environment.none
      return finding === 'full'
        ? checks.environment.full(environment.id)
        : checks.environment.room(environment.id, environment.currentJobs, environment.maxJobs)
    }
    case 'verdict':
      if (check.finding === 'accepted') return checks.verdict.accepted(check.image)
      return check.finding === 'refused' && check.error
        ? checks.verdict.refused(describe(check.error))
        : checks.verdict.unasked
    case 'datasetAccess':
    case 'algorithmAccess': {
      const price = check.price === undefined ? words.common.unknown : money(check.price.amount, check.price)
      if (check.finding === 'holds') return checks.access.holds(words.acquire.tokens(formatTokens(check.balance ?? 0n)))
      if (check.finding === 'priced' || check.finding === 'short') return checks.access[check.finding](price)
      return checks.access[check.finding]
    }
    case 'fee': {
      const { finding, amount, balance } = check
      if (finding === 'covered') return checks.fee.covered(money(amount ?? 0n, check))
      if (finding === 'short') return checks.fee.short(money(amount ?? 0n, check), money(balance ?? 0n, check))
      return checks.fee[finding]
    }
    case 'retention':
      return check.finding === 'long' || check.finding === 'short'
        ? checks.retention[check.finding](words.common.duration(check.seconds))
        : checks.retention[check.finding]
  }
}

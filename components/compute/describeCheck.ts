import type { RunCheck } from '@/lib/compute/runCheck'
import type { Messages } from '@/lib/messages'
import { ComputeRefusedError, type FileInfo } from '@/lib/ocean'

export type DescribeCheckParameters = {
  words: Messages
  /** Name of the network the job runs on. */
  networkName: string
  /** What an error means, in a sentence. */
  describe(error: Error): string
  /** Unix seconds. */
  now: number
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
export function describeCheck(check: RunCheck, { words, networkName, describe, now }: DescribeCheckParameters): string {
  const { checks } = words.compute
  const money = (amount: bigint, token: { symbol: string; decimals: number }) =>
    `${words.common.tokens(amount, token.decimals)} ${token.symbol}`
  switch (check.id) {
    case 'wallet':
      return checks.wallet[check.finding]
    case 'chain':
      return checks.chain[check.finding](networkName)
    case 'gas':
      return check.finding === 'enough' || check.finding === 'none'
        ? checks.gas[check.finding](check.symbol)
        : checks.gas[check.finding]
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
      if (finding === 'nothingOffered' || finding === 'unknown') return checks.environment[finding]
      if (environment === undefined || finding === 'none') return checks.environment.none
      return finding === 'full'
        ? checks.environment.full(environment.id)
        : checks.environment.room(environment.id, environment.currentJobs, environment.maxJobs)
    }
    case 'image':
      if (check.finding === 'incomplete') return checks.image.incomplete
      if (check.finding === 'refused') return checks.image.refused(check.image, check.reason ?? words.common.unknown)
      return checks.image[check.finding](check.image)
    case 'verdict': {
      const { finding, error } = check
      if (finding === 'accepted') return checks.verdict.accepted
      if (error === undefined) return checks.verdict.unasked
      // What the Provider says in its own words is known to nobody else.
      const own = error instanceof ComputeRefusedError && error.kind === 'unknown' ? error.code : describe(error)
      return checks.verdict[finding === 'refused' ? 'refused' : 'unanswered'](own)
    }
    case 'datasetAccess':
    case 'algorithmAccess': {
      const price = check.price === undefined ? words.common.unknown : money(check.price.amount, check.price)
      const lapsed =
        check.lapsedAt === undefined ? [] : [checks.access.lapsed(words.common.duration(now - check.lapsedAt))]
      if (check.finding === 'ordered' && check.paidFor !== undefined)
        return checks.access.orderedFor(words.common.duration(check.paidFor))
      if (check.finding === 'holds')
        return [...lapsed, checks.access.holds(words.acquire.tokens(words.common.tokens(check.balance ?? 0n)))].join(
          ' ',
        )
      if (check.finding === 'priced' || check.finding === 'short')
        return [...lapsed, checks.access[check.finding](price)].join(' ')
      return [...lapsed, checks.access[check.finding]].join(' ')
    }
    case 'fee': {
      const { finding, amount, balance } = check
      if (finding === 'covered' || finding === 'approved') return checks.fee[finding](money(amount ?? 0n, check))
      if (finding === 'short') return checks.fee.short(money(amount ?? 0n, check), money(balance ?? 0n, check))
      return checks.fee[finding]
    }
    case 'together': {
      const { finding, amount, balance } = check
      if (finding === 'covered') return checks.together.covered(money(amount, check))
      return checks.together.short(money(amount, check), money(balance, check))
    }
    case 'retention':
      return check.finding === 'long' || check.finding === 'short'
        ? checks.retention[check.finding](words.common.duration(check.seconds))
        : checks.retention[check.finding]
  }
}

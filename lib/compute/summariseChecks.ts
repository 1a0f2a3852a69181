import type { RunCheck, RunLevel } from './runCheck'

/** The worst of the levels: what the whole list amounts to. */
export function summariseChecks(checks: readonly Pick<RunCheck, 'level'>[]): RunLevel {
  for (const level of ['red', 'unknown', 'amber'] as const)
    if (checks.some((check) => check.level === level)) return level
  return 'green'
}

import type { Runner, RunnerProbe } from './runners/Runner'

export type RunnerChoice = 'auto' | Runner['name']

export type ChosenRunner = { runner: Runner; probe: Extract<RunnerProbe, { ok: true }> }

export type ChooseRunnerParameters = {
  choice: RunnerChoice
  /** Every runner there is, those to prefer first. */
  candidates: readonly Runner[]
  log(line: string): void
}

/**
 * Finds a runner that holds. `auto` never ends at one that does not isolate; that one has to be asked for by name.
 *
 * @throws {Error} naming for each candidate why it does not work and what would help.
 */
export async function chooseRunner({ choice, candidates, log }: ChooseRunnerParameters): Promise<ChosenRunner> {
  const eligible = candidates.filter(({ name }) => (choice === 'auto' ? name !== 'unsafe-local' : name === choice))
  const failures: string[] = []
  for (const runner of eligible) {
    const probe = await runner.probe()
    if (probe.ok) {
      if (probe.isolation === 'weak') {
        log("WARNING: algorithms run WITHOUT A SANDBOX, as this server's own user, with its files and its network.")
        log('WARNING: use this only with algorithms you have written yourself.')
      }
      return { runner, probe }
    }
    failures.push(`${runner.name}: ${probe.reason}. ${probe.fix}`)
  }
  throw new Error(
    `No runner can hold an algorithm on this machine.\n${failures.map((failure) => `  ${failure}`).join('\n')}\n  To run algorithms without any sandbox all the same, ask for "unsafe-local".`,
  )
}

import { OceanError } from './OceanError'

/** A flow stopped at a step. The cause says why; `spent` whether a transaction of the flow has been sent. */
export class FlowStepError extends OceanError {
  override name = 'FlowStepError'
  readonly step: string
  readonly spent: boolean

  constructor({ step, spent, cause }: { step: string; spent: boolean; cause: unknown }) {
    const short =
      cause instanceof Error ? ((cause as { shortMessage?: string }).shortMessage ?? cause.message) : String(cause)
    super(short, { cause, details: undefined, metaMessages: [`Step: ${step}`] })
    this.step = step
    this.spent = spent
  }
}

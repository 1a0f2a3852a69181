import type { FormProblems } from './model/checkForm'
import type { AssetForm } from './model/form'

/** What every part of an asset's form is given. */
export type AssetPartProps = {
  form: AssetForm
  change(change: Partial<AssetForm>): void
  /** Problems to show; empty until publishing was tried or the field was left. */
  problems: FormProblems
}

import { FieldsError } from './errors'
import type { FieldRule } from './fieldRules'
import { fieldValue } from './fieldValue'
import type { JsonObject } from './json'

type Field = {
  rules: readonly FieldRule[]
  /** A fault here ends the whole check. */
  bail?: true
  /** Format rules are skipped while the field is absent. */
  optional?: true
}

/** What the signature rule found: nothing when it holds, a list when there is nothing to verify, a text when it was rejected. */
export type SignatureCheck = () => Promise<string | string[] | undefined>

export type CheckFieldsParameters = {
  fields: Readonly<Record<string, Field>>
  signature?: SignatureCheck
}

/**
 * Checks the fields of a request in their order, the signature last.
 *
 * @throws {FieldsError} naming every fault up to the first one in a field that ends the check.
 */
export async function checkFields(values: JsonObject, { fields, signature }: CheckFieldsParameters): Promise<void> {
  const errors: Record<string, string | string[]> = {}
  for (const [name, { rules, bail, optional }] of Object.entries(fields)) {
    const absent = fieldValue(values, name) === undefined
    const faults: string[] = []
    for (const rule of rules) {
      const fault = rule(name, values)
      if (fault !== undefined) faults.push(fault)
      if ((absent && optional) || (bail && fault !== undefined)) break
    }
    if (faults.length === 0) continue
    errors[name] = faults
    if (bail) throw new FieldsError(errors)
  }
  const rejected = await signature?.()
  if (rejected !== undefined) errors.signature = rejected
  if (Object.keys(errors).length > 0) throw new FieldsError(errors)
}

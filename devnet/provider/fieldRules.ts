import { fieldValue } from './fieldValue'
import { isEmpty } from './isEmpty'
import { isNumeric } from './isNumeric'
import type { JsonObject } from './json'

/** What a rule says about a field: nothing when it holds, or the sentence for the client. `absent` ends the field's checks without fault. */
export type FieldRule = (field: string, values: JsonObject) => string | undefined

const has = (values: JsonObject, path: string) => fieldValue(values, path) !== undefined
const label = (field: string) => field.split('_').join(' ')

export const required: FieldRule = (field, values) =>
  isEmpty(fieldValue(values, field)) ? `The ${label(field)} field is required.` : undefined

export const numeric: FieldRule = (field, values) =>
  isNumeric(fieldValue(values, field)) ? undefined : `The ${label(field)} must be a number.`

export const integer: FieldRule = (field, values) =>
  /^\d+$/.test(String(fieldValue(values, field))) ? undefined : `The ${label(field)} must be an integer.`

export function oneOf(...allowed: readonly string[]): FieldRule {
  return (field, values) =>
    allowed.includes(String(fieldValue(values, field))) ? undefined : `The selected ${label(field)} is invalid.`
}

export function matching(pattern: RegExp): FieldRule {
  return (field, values) =>
    pattern.test(String(fieldValue(values, field))) ? undefined : `The ${label(field)} format is invalid.`
}

/** Needed as soon as one of the others is absent. */
export function requiredWithout(...others: readonly string[]): FieldRule {
  return (field, values) => {
    if (others.every((other) => has(values, other))) return undefined
    return isEmpty(fieldValue(values, field))
      ? `The ${label(field)} field is required when ${others.join(', ')} is not present.`
      : undefined
  }
}

/** Needed as soon as one of the others is there. */
export function requiredWith(...others: readonly string[]): FieldRule {
  return (field, values) => {
    if (!others.some((other) => has(values, other))) return undefined
    return isEmpty(fieldValue(values, field))
      ? `The ${label(field)} field is required when ${others.join(', ')} is present.`
      : undefined
  }
}

/** Needed when all of the others are there. */
export function requiredWithAll(...others: readonly string[]): FieldRule {
  return (field, values) => {
    if (!others.every((other) => has(values, other))) return undefined
    return isEmpty(fieldValue(values, field))
      ? `The ${label(field)} field is required when ${others.join(', ')} are present.`
      : undefined
  }
}

/** Needed when another field has exactly this value. */
export function requiredIf(other: string, expected: string): FieldRule {
  return (field, values) => {
    if (fieldValue(values, other) !== expected) return undefined
    return isEmpty(fieldValue(values, field))
      ? `The ${label(field)} field is required when ${other} is ${expected}.`
      : undefined
  }
}

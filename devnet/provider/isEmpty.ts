import { isJsonObject } from './json'

/** Whether a value counts as not given: absent, null, false, zero, or an empty text, list or object. */
export function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0
  if (isJsonObject(value)) return Object.keys(value).length === 0
  return !value
}

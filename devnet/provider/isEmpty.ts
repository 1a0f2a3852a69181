import { isJsonObject } from './json'

/** Whether a required field counts as not given: absent, null, or an empty text, list or object. Zero and false are given. */
export function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0
  if (isJsonObject(value)) return Object.keys(value).length === 0
  return value === undefined || value === null || value === ''
}

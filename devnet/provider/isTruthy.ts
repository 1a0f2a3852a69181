import { isEmpty } from './isEmpty'

/** Whether a flag in a request is set: any text that is not empty counts, also `false`. */
export function isTruthy(value: unknown): boolean {
  return !isEmpty(value) && value !== 0 && value !== false
}

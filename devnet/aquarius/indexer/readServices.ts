import { isObject } from '../validation/checkShape'

export type Service = { id: string; datatokenAddress: string }

/** The services of a valid document. One alone counts as a list of one, as validation has it; nulls count as nothing. */
export function readServices(document: Record<string, unknown>): Service[] {
  const list: unknown[] = [document.services].flat(Number.POSITIVE_INFINITY)
  return list
    .filter(isObject)
    .map(({ id, datatokenAddress }) => ({ id: textOf(id), datatokenAddress: textOf(datatokenAddress) }))
}

const textOf = (value: unknown) => String([value].flat(Number.POSITIVE_INFINITY)[0] ?? '')

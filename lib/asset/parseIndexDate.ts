/** Reads a moment as the index writes it: ISO 8601, in universal time when no zone is given. */
export function parseIndexDate(text: string | undefined): Date | undefined {
  if (text === undefined || text === '') return undefined
  const date = new Date(/(Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`)
  return Number.isNaN(date.getTime()) ? undefined : date
}

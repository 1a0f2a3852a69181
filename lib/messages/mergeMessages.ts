/** A catalogue in which parts may be missing; functions and texts are given whole. */
export type PartialMessages<T> = {
  [K in keyof T]?: T[K] extends (...args: never[]) => unknown
    ? T[K]
    : T[K] extends string
      ? string
      : PartialMessages<T[K]>
}

/** Lays a translation over the English catalogue: what is not translated yet stays English. */
export function mergeMessages<T extends object>(base: T, translation: PartialMessages<T>): T {
  const entries = Object.entries(base).map(([key, value]) => {
    const translated = translation[key as keyof T] as unknown
    if (translated === undefined) return [key, value]
    const nested = typeof value === 'object' && value !== null && typeof translated === 'object' && translated !== null
    return [key, nested ? mergeMessages(value as object, translated as object) : translated]
  })
  return Object.fromEntries(entries) as T
}

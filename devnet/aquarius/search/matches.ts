/** The assets a query fits, by ascending number, with a score each or one for all. */
export type Matches = { ids: Uint32Array; scores: Float64Array | number }

export const noMatches: Matches = { ids: new Uint32Array(0), scores: 0 }

export const scoreAt = ({ scores }: Matches, index: number) =>
  typeof scores === 'number' ? scores : (scores[index] ?? 0)

export function scale(matches: Matches, factor: number): Matches {
  const { ids, scores } = matches
  return { ids, scores: typeof scores === 'number' ? scores * factor : scores.map((score) => score * factor) }
}

/** What fits all of them; scores add up. */
export function intersect(list: readonly Matches[]): Matches {
  const [smallest, ...others] = [...list].sort((a, b) => a.ids.length - b.ids.length)
  return smallest ? others.reduce(intersectTwo, smallest) : noMatches
}

function intersectTwo(a: Matches, b: Matches): Matches {
  const ids = new Uint32Array(a.ids.length)
  const constant = typeof a.scores === 'number' && typeof b.scores === 'number' ? a.scores + b.scores : undefined
  const scores = new Float64Array(constant === undefined ? a.ids.length : 0)
  let length = 0
  let at = 0
  for (let index = 0; index < a.ids.length; index++) {
    const id = a.ids[index] ?? 0
    at = seek(b.ids, at, id)
    if (b.ids[at] !== id) continue
    if (constant === undefined) scores[length] = scoreAt(a, index) + scoreAt(b, at)
    ids[length++] = id
  }
  return { ids: ids.subarray(0, length), scores: constant ?? scores.subarray(0, length) }
}

/** The first position from `from` on whose value is at least `value`: doubling steps, then halving ones. */
function seek(values: Uint32Array, from: number, value: number): number {
  let step = 1
  let low = from
  let high = from
  while (high < values.length && (values[high] ?? 0) < value) {
    low = high + 1
    high += step
    step *= 2
  }
  high = Math.min(high, values.length)
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((values[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

export function subtract(from: Matches, what: readonly Matches[], size: number): Matches {
  if (!what.length) return from
  const excluded = new Uint8Array(size)
  for (const { ids } of what) for (const id of ids) excluded[id] = 1
  return keep(from, (id) => excluded[id] === 0)
}

export function keep(matches: Matches, fits: (id: number, index: number) => boolean): Matches {
  const ids = new Uint32Array(matches.ids.length)
  const scores = typeof matches.scores === 'number' ? undefined : new Float64Array(matches.ids.length)
  let length = 0
  for (let index = 0; index < matches.ids.length; index++) {
    const id = matches.ids[index] ?? 0
    if (!fits(id, index)) continue
    if (scores) scores[length] = scoreAt(matches, index)
    ids[length++] = id
  }
  return { ids: ids.subarray(0, length), scores: scores?.subarray(0, length) ?? (matches.scores as number) }
}

type Tally = { counts: Uint16Array; sums: Float64Array; best: Float64Array }

/** For every asset number: how many of the matches it is in, the sum of its scores there, and the highest of them. */
export function tally(list: readonly Matches[], size: number): Tally {
  const counts = new Uint16Array(size)
  const sums = new Float64Array(size)
  const best = new Float64Array(size)
  for (const matches of list) {
    for (let index = 0; index < matches.ids.length; index++) {
      const id = matches.ids[index] ?? 0
      const score = scoreAt(matches, index)
      counts[id] = (counts[id] ?? 0) + 1
      sums[id] = (sums[id] ?? 0) + score
      if (score > (best[id] ?? 0)) best[id] = score
    }
  }
  return { counts, sums, best }
}

/** What fits at least `minimum` of them; `toScore` makes the score from the sum and the highest one. */
export function atLeast(parameters: {
  list: readonly Matches[]
  minimum: number
  size: number
  toScore(sum: number, best: number): number
}): Matches {
  const { list, minimum, size, toScore } = parameters
  const [only] = list
  if (only && list.length === 1 && minimum <= 1) return only
  const { counts, sums, best } = tally(list, size)
  const ids = new Uint32Array(size)
  const scores = new Float64Array(size)
  let length = 0
  for (let id = 0; id < size; id++) {
    if ((counts[id] ?? 0) < Math.max(minimum, 1)) continue
    scores[length] = toScore(sums[id] ?? 0, best[id] ?? 0)
    ids[length++] = id
  }
  return { ids: ids.subarray(0, length), scores: scores.subarray(0, length) }
}

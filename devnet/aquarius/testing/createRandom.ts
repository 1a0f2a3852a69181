/** Random numbers that are the same in every run: the xorshift of 32 bits. */
export function createRandom(seed: number) {
  let state = seed || 1
  const next = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    below,
    chance: (probability: number) => next() < probability,
    pick<T>(list: readonly T[]): T {
      return list[below(list.length)] as T
    },
    /** `count` picks, the same one possibly twice. */
    some<T>(list: readonly T[], count: number): T[] {
      return Array.from({ length: count }, () => list[below(list.length)] as T)
    },
  }
}

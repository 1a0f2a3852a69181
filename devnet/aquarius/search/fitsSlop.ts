/**
 * Whether the words stand in one of the texts as a phrase, give or take `slop` moves: when each word's place is taken
 * minus its place in the phrase, the results may lie that far apart.
 */
export function fitsSlop(parameters: {
  texts: readonly (readonly string[])[]
  words: readonly string[]
  slop: number
}): boolean {
  const { texts, words, slop } = parameters
  return texts.some((text) => {
    const places = words.map((word, index) => {
      const found: number[] = []
      for (const [place, candidate] of text.entries()) if (candidate === word) found.push(place - index)
      return found
    })
    const starts = [...new Set(places.flat())]
    return starts.some((start) => places.every((list) => list.some((place) => place >= start && place <= start + slop)))
  })
}

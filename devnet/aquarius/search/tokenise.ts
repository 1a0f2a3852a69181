/** A DID, an ideograph, an emoji, or a word by Unicode's rules: `172.15.0.4`, `don't` and `3,5` are one word each. */
const wordPattern = new RegExp(
  [
    'did:op:[0-9a-f]{64}(?![\\p{L}\\p{N}_])',
    '[\\p{Script=Han}\\p{Script=Hiragana}]',
    '\\p{Emoji_Presentation}',
    "[LETTER]+(?:(?:(?<=\\p{L})[.:'’·](?=\\p{L})|(?<=\\p{N})[.,;'’](?=\\p{N}))[LETTER]+)*",
  ]
    .join('|')
    .replaceAll('[LETTER]', '[[\\p{L}\\p{N}\\p{M}\\p{Pc}]--[\\p{Script=Han}\\p{Script=Hiragana}]]'),
  'gv',
)
const longestToken = 255

/**
 * Cuts text into the lower-cased words that full-text search compares, much as Elasticsearch's standard analyser does.
 * Two differences, both on purpose: a DID is one word, and words above 255 characters (ciphertexts) are left out.
 */
export function tokenise(text: string): string[] {
  const tokens: string[] = []
  for (const [word] of text.toLowerCase().matchAll(wordPattern)) {
    if (word.length <= longestToken) tokens.push(word.replaceAll("'", '’'))
  }
  return tokens
}

/** Whether a text is one word as `tokenise` makes them, so that it can stand in the index. */
export function isToken(text: string): boolean {
  const tokens = tokenise(text)
  return tokens.length === 1 && tokens[0] === text
}

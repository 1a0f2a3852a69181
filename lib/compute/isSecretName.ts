/** Whether a parameter of this name may hold something nobody else should see: it stays out of links and out of storage. */
export function isSecretName(name: string): boolean {
  return /pass(word|phrase|wd)|secret|token$|credential|api[-_ ]?key|private[-_ ]?key|mnemonic|auth(?!ors?\b)/i.test(
    name,
  )
}

const replacement = '<URL stripped for security reasons>'

/** One line of text without addresses of services: words that parse as a URL with a host are replaced. */
export function stripUrls(text: string): string {
  return text
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => (isUrl(word) ? replacement : word))
    .join(' ')
}

function isUrl(word: string): boolean {
  if (!/^[a-z][a-z0-9+.-]*:\/\/[^/]/i.test(word)) return false
  return URL.canParse(word)
}

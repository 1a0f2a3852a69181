/** Writes the choices of a parameter as lines of `value: label`. */
export function formatOptions(options: string | undefined): string {
  try {
    const list: unknown = JSON.parse(options ?? '[]')
    if (!Array.isArray(list)) return ''
    return list
      .flatMap((choice: Record<string, string>) => Object.entries(choice).map(([value, label]) => `${value}: ${label}`))
      .join('\n')
  } catch {
    return ''
  }
}

/** Reads lines of `value: label` into the JSON the protocol keeps choices in. */
export function parseOptions(text: string): string {
  const choices = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [value = line, ...label] = line.split(':')
      return { [value.trim()]: label.join(':').trim() || value.trim() }
    })
  return JSON.stringify(choices)
}

import { readOptions } from './readOptions'

/** Writes the choices of a parameter as lines of `value: label`. */
export function formatOptions(options: string | undefined): string {
  return readOptions(options)
    .map(({ value, label }) => `${value}: ${label}`)
    .join('\n')
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

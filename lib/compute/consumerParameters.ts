/** A question the publisher asks whoever runs the service (DDO 4.1.0, `consumerParameters`), as far as a form needs it. */
export type ParameterField = {
  name: string
  type: 'text' | 'number' | 'boolean' | 'select'
  label: string
  description: string
  required: boolean
  /** As text, whatever the type. `''` when there is none. */
  initial: string
  options: { value: string; label: string }[]
}

const types = ['text', 'number', 'boolean', 'select'] as const

function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Options come as texts, as `{ value: label }` objects, or as JSON text of either. */
function parseOptions(options: unknown): ParameterField['options'] {
  const list = typeof options === 'string' ? parseJson(options) : options
  if (!Array.isArray(list)) return []
  return list.flatMap((option) => {
    if (typeof option === 'string') {
      const nested = /^\s*[[{]/.test(option) ? parseJson(option) : undefined
      if (nested !== undefined) return parseOptions(Array.isArray(nested) ? nested : [nested])
      return [{ value: option, label: option }]
    }
    if (typeof option !== 'object' || option === null) return []
    return Object.entries(option).map(([value, label]) => ({ value, label: asText(label) || value }))
  })
}

/** Reads the parameters a DDO declares, in whichever of the forms in use; entries without a name are dropped. */
export function parseConsumerParameters(declared: unknown): ParameterField[] {
  if (!Array.isArray(declared)) return []
  return declared.flatMap((entry: Record<string, unknown> | null) => {
    const name = asText(entry?.name)
    if (entry === null || name === '') return []
    const type = types.find((candidate) => candidate === entry.type) ?? 'text'
    return [
      {
        name,
        type,
        label: asText(entry.label) || name,
        description: asText(entry.description),
        required: entry.required === true || entry.required === 'true',
        initial: asText(entry.default),
        options: parseOptions(entry.options),
      },
    ]
  })
}

export type ParameterValue = string | number | boolean

/** What is in the form before anybody touches it. */
export function initialParameterTexts(parameters: readonly ParameterField[]): Record<string, string> {
  return Object.fromEntries(
    parameters.map(({ name, type, initial }) => [name, type === 'boolean' ? String(initial === 'true') : initial]),
  )
}

export type ParameterProblem = 'required' | 'number' | 'option'

/** Turns the form's texts into typed values, or says per name what is wrong with them. Empty optional ones are left out. */
export function readParameterTexts(
  parameters: readonly ParameterField[],
  texts: Readonly<Record<string, string>>,
): { values: Record<string, ParameterValue>; problems: Record<string, ParameterProblem> } {
  const values: Record<string, ParameterValue> = {}
  const problems: Record<string, ParameterProblem> = {}
  for (const { name, type, required, options } of parameters) {
    const text = (texts[name] ?? '').trim()
    if (type === 'boolean') values[name] = text === 'true'
    else if (text === '') {
      if (required) problems[name] = 'required'
    } else if (type === 'number') {
      const number = Number(text)
      if (Number.isFinite(number)) values[name] = number
      else problems[name] = 'number'
    } else if (type === 'select' && options.length > 0 && !options.some(({ value }) => value === text))
      problems[name] = 'option'
    else values[name] = text
  }
  return { values, problems }
}

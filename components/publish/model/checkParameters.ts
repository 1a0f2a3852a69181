import type { ConsumerParameter } from '@/lib/ocean'
import { checkText } from './checkText'
import type { Problem } from './problems'
import { readOptions } from './readOptions'

export type ParameterField = 'name' | 'label' | 'default' | 'options' | 'description'
export type ParameterProblems = Partial<Record<ParameterField, Problem>>

/** Looks at each consumer parameter; as many answers as parameters, empty where all is well. */
export function checkParameters(parameters: readonly ConsumerParameter[]): ParameterProblems[] {
  return parameters.map((parameter, index) => {
    const earlier = parameters.slice(0, index).map(({ name }) => name.trim())
    const found = {
      name: checkName(parameter.name.trim(), earlier),
      label: checkText(parameter.label, { most: 100 }),
      description: checkText(parameter.description, { most: 500, optional: true }),
      ...checkChoice(parameter),
    }
    return Object.fromEntries(Object.entries(found).filter(([, problem]) => problem !== undefined))
  })
}

function checkName(name: string, earlier: readonly string[]): Problem | undefined {
  if (name === '') return { code: 'missing' }
  if (!/^[A-Za-z_][\w.-]{0,63}$/.test(name)) return { code: 'parameterName' }
  return earlier.includes(name) ? { code: 'duplicate', value: name } : undefined
}

function checkChoice({ type, default: preset, options }: ConsumerParameter): ParameterProblems {
  const text = String(preset ?? '').trim()
  if (type === 'number') return text === '' || Number.isFinite(Number(text)) ? {} : { default: { code: 'number' } }
  if (type === 'boolean') return ['', 'true', 'false'].includes(text) ? {} : { default: { code: 'boolean' } }
  if (type !== 'select') return {}
  const values = readOptions(options).map(({ value }) => value)
  if (values.length === 0) return { options: { code: 'options' } }
  const twice = values.find((value, index) => values.indexOf(value) !== index)
  if (twice !== undefined) return { options: { code: 'duplicate', value: twice } }
  return text === '' || values.includes(text) ? {} : { default: { code: 'notAnOption', value: text } }
}

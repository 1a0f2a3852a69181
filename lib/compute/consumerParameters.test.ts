import { describe, expect, it } from 'vitest'
import { initialParameterTexts, parseConsumerParameters, readParameterTexts } from './consumerParameters'

const declared = [
  { name: 'rounds', type: 'number', label: 'Rounds', required: true, description: 'How often', default: '10' },
  { name: 'verbose', type: 'boolean', label: 'Talk', required: false, description: '', default: 'true' },
  {
    name: 'kernel',
    type: 'select',
    label: 'Kernel',
    required: true,
    description: '',
    default: 'rbf',
    options: '[{"rbf":"Radial"},{"dot":"Dot product"}]',
  },
  { name: 'note', type: 'text', label: '', required: false, description: '', default: '' },
]

describe('parseConsumerParameters', () => {
  it('reads options given as JSON text, as objects, and as plain texts', () => {
    const options = [{ value: 'rbf', label: 'Radial' }, { value: 'dot', label: 'Dot product' }] // biome-ignore format: one line
    expect(parseConsumerParameters(declared)[2]?.options).toEqual(options)
    const [asObjects] = parseConsumerParameters([
      { ...declared[2], options: [{ rbf: 'Radial' }, { dot: 'Dot product' }] },
    ])
    expect(asObjects?.options).toEqual(options)
    const [asTexts] = parseConsumerParameters([{ ...declared[2], options: ['rbf', '{"dot":"Dot product"}'] }])
    expect(asTexts?.options).toEqual([{ value: 'rbf', label: 'rbf' }, options[1]])
  })

  it('drops what has no name and falls back to a text field and to the name as label', () => {
    expect(parseConsumerParameters([{ type: 'text' }, { name: 'x', type: 'colour' }, null])).toMatchObject([
      { name: 'x', type: 'text', label: 'x' },
    ])
    expect(parseConsumerParameters(undefined)).toEqual([])
    expect(parseConsumerParameters(declared)[3]?.label).toBe('note')
  })
})

describe('readParameterTexts', () => {
  const parameters = parseConsumerParameters(declared)

  it('gives typed values from the declared defaults and leaves empty optional ones out', () => {
    expect(readParameterTexts(parameters, initialParameterTexts(parameters))).toEqual({
      values: { rounds: 10, verbose: true, kernel: 'rbf' },
      problems: {},
    })
  })

  it('says what is wrong by name', () => {
    const { problems } = readParameterTexts(parameters, { rounds: 'ten', kernel: 'other' })
    expect(problems).toEqual({ rounds: 'number', kernel: 'option' })
    expect(readParameterTexts(parameters, {}).problems).toEqual({ rounds: 'required', kernel: 'required' })
  })
})

import { expect, test } from 'vitest'
import { formatOptions, parseOptions } from './parameterOptions'

test('Choices come back as they were typed, with a label for each', () => {
  const json = parseOptions('blur: Soft\n sharpen \n\nedge: Edges: all')
  expect(JSON.parse(json)).toEqual([{ blur: 'Soft' }, { sharpen: 'sharpen' }, { edge: 'Edges: all' }])
  expect(formatOptions(json)).toBe('blur: Soft\nsharpen: sharpen\nedge: Edges: all')
})

test('What is not a list of choices is shown as none', () => {
  expect(formatOptions('nonsense')).toBe('')
  expect(formatOptions('{}')).toBe('')
  expect(formatOptions(undefined)).toBe('')
})

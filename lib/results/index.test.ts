import { expect, it } from 'vitest'
import * as door from './index'

it('the door shows what is meant to be used', () => {
  expect(Object.keys(door).sort()).toEqual([
    'DecodeError',
    'PickleError',
    'decodeInWorker',
    'decodeResult',
    'disassemble',
    'toCsv',
    'toNpy',
  ])
})

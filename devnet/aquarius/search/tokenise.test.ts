import { expect, it } from 'vitest'
import { isToken, tokenise } from './tokenise'

const did = `did:op:7${'a'.repeat(63)}`

it.each([
  ['Branin Dataset, v2!', ['branin', 'dataset', 'v2']],
  ["it's Ada’s well-known_thing", ['it’s', 'ada’s', 'well', 'known_thing']],
  ['http://172.15.0.4:8030/a.b?c=3,5', ['http', '172.15.0.4', '8030', 'a.b', 'c', '3,5']],
  ['数据 für Straße ÄRGER', ['数', '据', 'für', 'straße', 'ärger']],
  [`see ${did.toUpperCase()}.`, ['see', did]],
  [`${did}b`, ['did:op', `7${'a'.repeat(63)}b`]],
  ['🙂 ok', ['🙂', 'ok']],
  [' -- \n ', []],
  ['x'.repeat(256), []],
])('cuts %j into words', (text, words) => {
  expect(tokenise(text)).toEqual(words)
})

it('knows a word when it sees one', () => {
  expect(['branin', did, '0xabc', '172.15.0.4'].every(isToken)).toBe(true)
  expect(['Branin', 'two words', '', 'a-b', 'x"'].some(isToken)).toBe(false)
})

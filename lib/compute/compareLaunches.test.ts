import { expect, test } from 'vitest'
import { compareLaunches } from './compareLaunches'

const before = {
  ...{ dataset: 'd', algorithm: 'a', environment: 'small' },
  ...{ userdata: { rows: 5 }, algocustomdata: { noise: 0.5, exact: true } },
}
const compare = (after: object, known = before) => compareLaunches(known, { ...before, ...after }, { parameters: true })

test('The same launch differs in nothing', () => {
  expect(compare({})).toEqual([])
})

test('Every choice and every parameter that differs is named with both values', () => {
  expect(
    compare({
      environment: 'large',
      duration: 7200,
      userdata: { rows: 6 },
      algocustomdata: { exact: true, more: 'x' },
    }),
  ).toEqual([
    { what: 'environment', before: 'small', after: 'large' },
    { what: 'duration', before: undefined, after: '7200' },
    { what: 'userdata', name: 'rows', before: '5', after: '6' },
    { what: 'algocustomdata', name: 'noise', before: '0.5', after: undefined },
    { what: 'algocustomdata', name: 'more', before: undefined, after: 'x' },
  ])
})

test('What is not known of the earlier job is not called a difference', () => {
  const { dataset, algorithm } = before
  const unknown = { dataset, algorithm, environment: undefined }
  expect(compareLaunches(unknown, { ...before, duration: 60 }, { parameters: false })).toEqual([])
})

import { expect, test } from 'vitest'
import { parseEarlierJob, parseFlowChoice, routes } from './routes'

const did = `did:op:${'a'.repeat(64)}`

test('The choice travels in the query and comes back', () => {
  const href = routes.compute({ dataset: did, algorithm: did })
  expect(href).toBe(`/compute?dataset=${did}&algorithm=${did}`)
  expect(parseFlowChoice(new URL(href, 'http://x').searchParams)).toEqual({ dataset: did, algorithm: did })
})

test('What is not a DID is dropped', () => {
  expect(parseFlowChoice(new URLSearchParams('dataset=javascript:1&algorithm=did:op:12'))).toEqual({})
})

test('Empty choices leave a bare path and identifiers are escaped', () => {
  expect(routes.allow({})).toBe('/allow')
  expect(routes.job('a/b')).toBe('/monitor/a%2Fb')
  expect(routes.assets({ text: 'grid & points', type: undefined })).toBe('/assets?text=grid%20%26%20points')
})

test('A job to be like travels with its owner, and nothing else passes for one', () => {
  const owner = `0x${'a'.repeat(40)}`
  const href = routes.computeLike({ dataset: did, algorithm: did, like: 'f00', owner })
  expect(href).toBe(`/compute?dataset=${did}&algorithm=${did}&like=f00&owner=${owner}`)
  expect(parseEarlierJob(new URL(href, 'http://x').searchParams)).toEqual({ like: 'f00', owner })
  for (const query of ['like=f00', `owner=${owner}`, `like=../x&owner=${owner}`, 'like=f00&owner=0x1'])
    expect(parseEarlierJob(new URLSearchParams(query))).toBeUndefined()
})

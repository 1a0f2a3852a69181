import { expect, test } from 'vitest'
import { approvals } from './approvals'

const account = { name: 'Alice', address: '0x0000000000000000000000000000000000000001' } as const

test('A request waits in the queue until it is answered', async () => {
  const first = approvals.ask({ account, action: { type: 'typedData', data: '{}' } })
  const second = approvals.ask({ account, action: { type: 'message', message: '0x12' } })
  const [a, b] = approvals.getSnapshot()
  expect([a?.action.type, b?.action.type]).toEqual(['typedData', 'message'])
  approvals.answer(b?.id ?? 0, false)
  approvals.answer(a?.id ?? 0, true)
  expect(await Promise.all([first, second])).toEqual([true, false])
  expect(approvals.getSnapshot()).toEqual([])
})

test('Whoever subscribes is told of each change until they leave', async () => {
  let told = 0
  const leave = approvals.subscribe(() => {
    told += 1
  })
  const answer = approvals.ask({ account, action: { type: 'typedData', data: '{}' } })
  approvals.answer(approvals.getSnapshot()[0]?.id ?? 0, true)
  leave()
  void approvals.ask({ account, action: { type: 'typedData', data: '{}' } })
  approvals.answer(approvals.getSnapshot()[0]?.id ?? 0, true)
  expect(await answer).toBe(true)
  expect(told).toBe(2)
})

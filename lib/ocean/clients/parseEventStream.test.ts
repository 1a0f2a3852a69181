import { expect, test } from 'vitest'
import { parseEventStream, type ServerSentEvent } from './parseEventStream'

async function read(...chunks: string[]): Promise<ServerSentEvent[]> {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(encoder.encode(chunk))
      controller.close()
    },
  })
  const events: ServerSentEvent[] = []
  for await (const event of parseEventStream(body, 1_000)) events.push(event)
  return events
}

test('events are read whatever the chunks, line ends and comments', async () => {
  const events = await read(
    ': hello\n\nid: 1\nevent: st',
    'atus\ndata: {"a":',
    '1}\n\n',
    'id: 2\r\ndata:x\r\ndata: y\r\n\r\n',
  )
  expect(events).toEqual([
    { id: '1', event: 'status', data: '{"a":1}' },
    { id: '2', event: 'message', data: 'x\ny' },
  ])
})

test('an event that was cut off is not given out', async () => {
  expect(await read('data: whole\n\ndata: half')).toEqual([{ id: undefined, event: 'message', data: 'whole' }])
})

test('an endless line is refused', async () => {
  await expect(read(`data: ${'x'.repeat(2_000)}`)).rejects.toBeInstanceOf(RangeError)
})

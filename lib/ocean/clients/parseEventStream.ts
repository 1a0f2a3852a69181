export type ServerSentEvent = { id: string | undefined; event: string; data: string }

/**
 * The events of a `text/event-stream` body, as they arrive. Comments and `retry` lines are passed over.
 *
 * @throws {RangeError} when one event is larger than `maxEventLength` characters.
 */
export async function* parseEventStream(
  body: ReadableStream<Uint8Array>,
  maxEventLength = 1024 * 1024,
): AsyncGenerator<ServerSentEvent> {
  const decoder = new TextDecoder()
  const reader = body.getReader()
  let buffer = ''
  let id: string | undefined
  let event = ''
  let data: string[] = []
  try {
    for (;;) {
      const { done, value } = await reader.read()
      buffer += done ? decoder.decode() : decoder.decode(value, { stream: true })
      const lines = buffer.split(/\r\n|\n|\r(?!$)/)
      buffer = done ? '' : (lines.pop() ?? '')
      if (buffer.length > maxEventLength) throw new RangeError('An event is too large.')
      for (const line of lines) {
        if (line === '') {
          if (data.length > 0) yield { id, event: event || 'message', data: data.join('\n') }
          event = ''
          data = []
          continue
        }
        const colon = line.indexOf(':')
        const field = colon === -1 ? line : line.slice(0, colon)
        const content = colon === -1 ? '' : line.slice(colon + 1).replace(/^ /, '')
        if (field === 'data') data.push(content)
        if (field === 'event') event = content
        if (field === 'id') id = content
      }
      if (done) return
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

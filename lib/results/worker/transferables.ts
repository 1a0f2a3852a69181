/** Every buffer behind a typed array of a plain value, each once. */
export function transferables(value: unknown): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>()
  const queue: unknown[] = [value]
  for (let at = 0; at < queue.length; at += 1) {
    const each = queue[at]
    if (typeof each !== 'object' || each === null) continue
    if (ArrayBuffer.isView(each)) {
      if (each.buffer instanceof ArrayBuffer) buffers.add(each.buffer)
      continue
    }
    // Lists of cells hold no buffers; lists of columns and entries are short.
    const members = Array.isArray(each) ? (typeof each[0] === 'object' ? each : []) : Object.values(each)
    for (const member of members) queue.push(member)
  }
  return [...buffers]
}

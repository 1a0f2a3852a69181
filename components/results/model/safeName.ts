/** Names that mean a device on Windows, whatever follows the dot. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i
const longest = 120

/**
 * A name a stranger chose, as one that is safe to save under: no folders, no hidden file, nothing a shell or a system reads
 * another way, and still the same ending.
 */
export function safeName(name: string): string {
  const plain = name
    .replace(/[^\w.\- ]+/g, '_')
    .replace(/^[.\s-]+/, '')
    .replace(/[.\s]+$/, '')
    .replace(devices, '_$1')
  if (plain.length <= longest) return plain || 'result'
  const ending = /\.\w{1,12}$/.exec(plain)?.[0] ?? ''
  return plain.slice(0, longest - ending.length) + ending
}

/** Numbers of the lines that hold a lower-case text; none for no text. */
export function findLines(lines: readonly string[], needle: string): number[] {
  if (needle === '') return []
  const found: number[] = []
  for (const [index, line] of lines.entries()) if (line.toLowerCase().includes(needle)) found.push(index)
  return found
}

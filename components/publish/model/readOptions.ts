/** The choices of a parameter as the protocol keeps them: JSON text of a list of `{ value: label }`. */
export function readOptions(options: string | undefined): { value: string; label: string }[] {
  try {
    const list: unknown = JSON.parse(options ?? '[]')
    if (!Array.isArray(list)) return []
    return list.flatMap((choice: unknown) =>
      typeof choice === 'object' && choice !== null
        ? Object.entries(choice).map(([value, label]) => ({ value, label: String(label) }))
        : [],
    )
  } catch {
    return []
  }
}

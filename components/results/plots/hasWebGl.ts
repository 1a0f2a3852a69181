let known: boolean | undefined

/** Whether this browser can draw in 3D at all; asked once. */
export function hasWebGl(): boolean {
  if (known !== undefined) return known
  const context = document.createElement('canvas').getContext('webgl')
  known = context !== null
  context?.getExtension('WEBGL_lose_context')?.loseContext()
  return known
}

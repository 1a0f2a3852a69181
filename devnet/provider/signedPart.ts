import { fieldValue } from './fieldValue'
import { isEmpty } from './isEmpty'
import { pythonText } from './pythonText'
import type { RequestParameters } from './readParameters'

/** What a request value contributes to the signed text: as the signer's language prints it; nothing for what is empty, zero or false. */
export function signedPart({ values, numbers }: RequestParameters, path: string): string {
  const value = fieldValue(values, path)
  if (isEmpty(value) || value === 0 || value === false) return ''
  return numbers.get(path) ?? pythonText(value)
}

/**
 * The number literals that stand directly under the keys of a JSON object, as written. A parsed number has lost the difference
 * between `2` and `2.0` and the digits above 2^53, both of which are part of signed texts.
 */
export function numberLiterals(json: string): Map<string, string> {
  const literals = new Map<string, string>()
  const token = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g
  let depth = 0
  let key: string | undefined
  let expectsValue = false
  for (const [text] of json.matchAll(token)) {
    if (text === '{' || text === '[') depth += 1
    else if (text === '}' || text === ']') depth -= 1
    else if (depth === 1 && text === ':') expectsValue = true
    else if (depth === 1 && text === ',') expectsValue = false
    else if (depth === 1 && text.startsWith('"') && !expectsValue) key = JSON.parse(text)
    else if (depth === 1 && expectsValue && key !== undefined && !text.startsWith('"')) literals.set(key, text)
  }
  return literals
}

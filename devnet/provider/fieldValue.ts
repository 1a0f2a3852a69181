import { isJsonObject, type Json, type JsonObject } from './json'

/** The value at a dotted path, or undefined when a part is absent. */
export function fieldValue(values: JsonObject, path: string): Json | undefined {
  let value: Json | undefined = values
  for (const key of path.split('.')) {
    if (!isJsonObject(value) || !Object.hasOwn(value, key)) return undefined
    value = value[key]
  }
  return value
}

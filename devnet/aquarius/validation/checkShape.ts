import type { PropertyRule, ShapeName, Shapes } from './shapes'

export type Fault = { property: string; message: string }
type JsonObject = Record<string, unknown>
type Check = { shapes: Shapes; shape: ShapeName; value: unknown }

/** Checks one object against its shape. A fault deep inside is reported under the property of this object that leads to it. */
export function checkShape({ shapes, shape, value }: Check): Fault[] {
  if (!isObject(value)) return [{ property: '', message: 'Value is not an object' }]
  const faults: Fault[] = []
  for (const [property, rule] of Object.entries(shapes[shape])) {
    if (rule.type === 'any') continue
    const found = valuesOf(Object.hasOwn(value, property) ? value[property] : undefined)
    const add = (message: string) => faults.push({ property, message })
    if (rule.min !== undefined && found.length < rule.min) add(`Less than ${rule.min} values on schema:${property}`)
    if (rule.max !== undefined && found.length > rule.max) add(`More than ${rule.max} values on schema:${property}`)
    for (const item of found) {
      if (typeof rule.type === 'object') {
        const inner = checkShape({ shapes, shape: rule.type.shape, value: item })
        if (inner.length)
          add(`Value does not conform to Shape schema:${rule.type.shape} (${inner.map(describe).join('; ')})`)
        continue
      }
      const problem = checkLiteral(rule, item)
      if (problem) add(problem)
    }
  }
  return faults
}

const describe = ({ property, message }: Fault) => (property ? `${property}: ${message}` : message)

function checkLiteral(rule: PropertyRule, value: unknown): string | undefined {
  if (rule.type === 'boolean')
    return typeof value === 'boolean' ? undefined : 'Value is not Literal with datatype xsd:boolean'
  if (rule.type === 'integer')
    return Number.isInteger(value) ? undefined : 'Value is not Literal with datatype xsd:integer'
  if (typeof value !== 'string') return 'Value is not Literal with datatype xsd:string'
  if (rule.type === 'line' && /[\n\r]./.test(value)) return 'Value does not match pattern: a single line is expected'
  if (rule.pattern && !rule.pattern.test(value)) return `Value does not match pattern '${rule.pattern.source}'`
  const length = [...value].length
  if (rule.minLength !== undefined && length < rule.minLength)
    return `String length not >= Literal("${rule.minLength}")`
  if (rule.maxLength !== undefined && length > rule.maxLength)
    return `String length not <= Literal("${rule.maxLength}")`
  return undefined
}

/** Null counts as absent, a list as its members, an empty list as no value. */
function valuesOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value.flatMap(valuesOf) : [value]
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

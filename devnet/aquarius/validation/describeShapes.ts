import { type PropertyRule, type SchemaVersion, shapesFor } from './shapes'

/** The rules of a schema version as JSON: by shape and property, the type, counts and lengths that hold. */
export function describeShapes(version: SchemaVersion) {
  const shapes = Object.entries(shapesFor(version)).map(([name, shape]) => [
    name,
    { properties: Object.fromEntries(Object.entries(shape).map(([property, rule]) => [property, describe(rule)])) },
  ])
  return { version, root: 'DDOShape', shapes: Object.fromEntries(shapes) }
}

const typeNames = { line: 'string', text: 'string', integer: 'integer', boolean: 'boolean', any: 'any' } as const

function describe({ type, min, max, minLength, maxLength, pattern }: PropertyRule) {
  return {
    ...(typeof type === 'object' ? { node: type.shape } : { datatype: typeNames[type] }),
    ...(type === 'line' ? { singleLine: true } : {}),
    minCount: min ?? 0,
    ...(max === undefined ? {} : { maxCount: max }),
    ...(minLength === undefined ? {} : { minLength }),
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(pattern ? { pattern: pattern.source } : {}),
  }
}

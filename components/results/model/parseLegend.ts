import * as z from 'zod/mini'

export type LegendAxis = { title: string; min: number; max: number }

/** What the numbers of a class map stand for, as the file beside it says. */
export type Legend = {
  /** Names in the order of their numbers. */
  classes: readonly string[]
  /** What the columns follow, then what the rows follow. */
  axes: readonly [LegendAxis, LegendAxis] | undefined
}

const longestName = 60
const schema = z.looseObject({ classes: z.array(z.union([z.string(), z.number()])).check(z.maxLength(100)) })
const endsSchema = z.tuple([z.number(), z.number()])

/** Name of the file that explains a result's classes. */
export const legendName = (filename: string): string => `${filename.replace(/\.(pickle|pkl|npy)$/i, '')}_classes.json`

/**
 * Reads names of classes, and the two ends of up to two axes in the order columns, rows; as the iris example writes them.
 *
 * @returns `undefined` when the text is something else.
 */
export function parseLegend(text: string): Legend | undefined {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return undefined
  }
  const parsed = z.safeParse(schema, json)
  if (!parsed.success || parsed.data.classes.length === 0) return undefined
  const { classes, ...others } = parsed.data
  const [x, y] = Object.entries(others).flatMap(([name, value]): LegendAxis[] => {
    const ends = z.safeParse(endsSchema, value)
    if (!ends.success || ends.data[0] >= ends.data[1]) return []
    return [{ title: name.replaceAll('_', ' ').slice(0, longestName), min: ends.data[0], max: ends.data[1] }]
  })
  return { classes: classes.map((name) => String(name).slice(0, longestName)), axes: x && y ? [x, y] : undefined }
}

export type Grid = { width: number; height: number; at(column: number, row: number): number }

type Point = readonly [x: number, y: number]

/**
 * Lines of equal height through a grid, by marching squares.
 *
 * @returns An SVG path in grid coordinates, one segment per crossed cell.
 */
export function getContours({ width, height, at }: Grid, level: number): string {
  const segments: string[] = []
  for (let row = 0; row < height - 1; row += 1) {
    for (let column = 0; column < width - 1; column += 1) {
      const corners: readonly (readonly [Point, number])[] = [
        [[column, row], at(column, row)],
        [[column + 1, row], at(column + 1, row)],
        [[column + 1, row + 1], at(column + 1, row + 1)],
        [[column, row + 1], at(column, row + 1)],
      ]
      const crossings = corners.flatMap(([from, a], index) => {
        const [to, b] = corners[(index + 1) % 4] ?? [from, a]
        if (a < level === b < level) return []
        const part = (level - a) / (b - a)
        return [`${round(from[0] + part * (to[0] - from[0]))} ${round(from[1] + part * (to[1] - from[1]))}`]
      })
      for (let index = 0; index + 1 < crossings.length; index += 2)
        segments.push(`M${crossings[index]}L${crossings[index + 1]}`)
    }
  }
  return segments.join('')
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

import classes from './BraninFigure.module.css'
import { getContours } from './getContours'

const columns = 61
const rows = 61
const levels = [2, 6, 12, 20, 32, 48, 68, 92, 120, 152, 190, 235]
/** The three places where the function is lowest. */
const minima = [
  [-Math.PI, 12.275],
  [Math.PI, 2.275],
  [9.42478, 2.475],
] as const

const toX = (column: number) => -5 + (15 * column) / (columns - 1)
const toY = (row: number) => 15 - (15 * row) / (rows - 1)

function branin(x: number, y: number): number {
  const term = y - (5.1 / (4 * Math.PI ** 2)) * x ** 2 + (5 / Math.PI) * x - 6
  return term ** 2 + 10 * (1 - 1 / (8 * Math.PI)) * Math.cos(x) + 10
}

const grid = { width: columns, height: rows, at: (column: number, row: number) => branin(toX(column), toY(row)) }
const paths = levels.map((level) => getContours(grid, level))

/** A depth chart of the surface the example algorithm learns. Drawn on the server: no script comes with it. */
export function BraninFigure({ label }: { label: string }) {
  return (
    <svg className={classes.figure} viewBox="0 0 60 60" role="img" aria-label={label}>
      {paths.map((path, index) => (
        <path key={levels[index]} d={path} className={classes.line} style={{ opacity: 0.95 - index * 0.062 }} />
      ))}
      {minima.map(([x, y]) => (
        <circle key={x} className={classes.sounding} cx={((x + 5) / 15) * 60} cy={((15 - y) / 15) * 60} r="0.85" />
      ))}
    </svg>
  )
}

import type { Cell } from '@/lib/results/types'

/** A cell as text without loss: numbers in full, missing values as a dash. */
export function formatCell(cell: Cell): string {
  return cell === null ? '–' : String(cell)
}

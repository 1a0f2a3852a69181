'use client'

import { useMemo, useState } from 'react'
import { braninGrid, isBraninShape } from './model/branin'
import { compareGrids, type GridComparison } from './model/compareGrids'
import type { NumericGrid } from './model/NumericGrid'

/** The model must explain half of the function's variance before the comparison is made unasked. */
const convincing = 0.5

export type BraninReference = {
  /** Whether the shape allows the comparison at all. */
  possible: boolean
  shown: boolean
  setShown(shown: boolean): void
  /** The grid with the tutorial's coordinates, and how it compares; present while shown. */
  comparison: (GridComparison & { grid: NumericGrid; reference: NumericGrid }) | undefined
}

/** The true surface for results that look like the tutorial's model. */
export function useBraninReference(grid: NumericGrid | undefined): BraninReference {
  const [choice, setChoice] = useState<boolean>()
  const found = useMemo(() => {
    if (!grid || !isBraninShape(grid)) return undefined
    const reference = braninGrid()
    const placed = { ...grid, x: reference.x, y: reference.y }
    return { grid: placed, reference, ...compareGrids(placed, reference) }
  }, [grid])
  const shown = found !== undefined && (choice ?? found.r2 > convincing)
  return { possible: found !== undefined, shown, setShown: setChoice, comparison: shown ? found : undefined }
}

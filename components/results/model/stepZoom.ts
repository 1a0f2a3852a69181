const zooms = [0.125, 0.25, 0.5, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32]

/** The next zoom in a direction; the present one at either end. */
export function stepZoom(now: number, direction: 1 | -1): number {
  const next =
    direction === 1 ? zooms.find((value) => value > now + 1e-6) : zooms.findLast((value) => value < now - 1e-6)
  return next ?? now
}

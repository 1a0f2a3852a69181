/** Axes from the slowest to the fastest in memory. */
export function memoryAxes(dimensions: number, fortran: boolean): number[] {
  const axes = Array.from({ length: dimensions }, (_, axis) => axis)
  return fortran ? axes.reverse() : axes
}

import { expect, test } from 'vitest'
import { braninGrid } from '../model/branin'
import { createSurfaceFigure } from './createSurfaceFigure'

const text = { title: 'Data + model', x: 'X0', y: 'X1', value: 'Y', reference: 'data', points: 'model' }
const theme = {
  scheme: 'light',
  text: '#000',
  dimmed: '#555',
  grid: '#ccc',
  background: '#fff',
  accent: '#00f',
  font: 'sans-serif',
} as const

test('with a reference the grid is red points over its wireframe', () => {
  const grid = braninGrid()
  const { data, layout } = createSurfaceFigure({ grid, reference: grid, mode: 'surface', text, theme, showTitle: true })
  const [, lines, points] = data
  expect(points).toMatchObject({ type: 'scatter3d', mode: 'markers', name: 'model', marker: { color: '#e5262d' } })
  expect(points?.x).toHaveLength(225)
  expect([points?.x, points?.y].map((values) => (values as number[])[1])).toEqual([expect.closeTo(-3.93, 2), 0])
  expect(lines).toMatchObject({ type: 'scatter3d', mode: 'lines', name: 'data' })
  expect(Array.from(lines?.z as Iterable<unknown>).filter((value) => value === null)).toHaveLength(30)
  expect(layout).toMatchObject({
    title: { text: 'Data + model' },
    showlegend: true,
    scene: { xaxis: { title: { text: 'X0' } }, yaxis: { title: { text: 'X1' } }, zaxis: { title: { text: 'Y' } } },
  })
})

test('alone the grid is one coloured surface or one cloud of points', () => {
  const grid = braninGrid()
  expect(createSurfaceFigure({ grid, mode: 'surface', text, theme }).data).toMatchObject([{ type: 'surface' }])
  expect(createSurfaceFigure({ grid, mode: 'points', text, theme }).data).toMatchObject([{ type: 'scatter3d' }])
})

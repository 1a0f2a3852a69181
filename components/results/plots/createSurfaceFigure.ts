import type { Layout, Trace } from 'plotly.js-gl3d-dist-min'
import type { NumericGrid } from '../model/NumericGrid'
import type { PlotTheme } from './readPlotTheme'

export type SurfaceMode = 'surface' | 'points'
export type SurfaceText = { title: string; x: string; y: string; value: string; reference: string; points: string }

export type SurfaceFigureParameters = {
  grid: NumericGrid
  /** Drawn as a wireframe under the grid, whose cells then become points. */
  reference?: NumericGrid | undefined
  mode: SurfaceMode
  text: SurfaceText
  theme: PlotTheme
  showTitle?: boolean
  /** Width over height of the place it is drawn in. */
  aspect?: number
}

const red = '#e5262d'
const wire = { light: '#1f6fb4', dark: '#6db3f2' }

/** The traces and the layout of a 3D plot. */
export function createSurfaceFigure(parameters: SurfaceFigureParameters): { data: Trace[]; layout: Layout } {
  const { grid, reference, mode, text, theme, aspect = 1.3 } = parameters
  const hover = `${text.x} %{x:.4g}<br>${text.y} %{y:.4g}<br>${text.value} %{z:.5g}<extra>%{fullData.name}</extra>`
  const pointsColor = reference ? { color: red } : { color: Array.from(grid.values), colorscale: 'Viridis' }
  const points: Trace = {
    type: 'scatter3d',
    mode: 'markers',
    name: text.points,
    ...gridPoints(grid),
    marker: { size: aspect < 1.2 ? 2.5 : 3.5, ...pointsColor },
    hovertemplate: hover,
  }
  const surface: Trace = {
    type: 'surface',
    name: text.points,
    ...gridAxes(grid),
    z: gridRows(grid),
    colorscale: 'Viridis',
    colorbar: { thickness: 12, len: 0.7, tickfont: { color: theme.text } },
    hovertemplate: hover,
  }
  const data = reference
    ? [veil(reference, theme), wireframe({ grid: reference, name: text.reference, color: wire[theme.scheme] }), points]
    : [mode === 'points' ? points : surface]
  return { data, layout: createLayout(parameters) }
}

function createLayout({ text, theme, reference, showTitle = false, aspect = 1.3 }: SurfaceFigureParameters): Layout {
  // A narrow place needs distance so that the corners stay inside; a wide one can come closer.
  const distance = Math.min(1.5, Math.max(0.96, 1.2 / aspect))
  const axis = (title: string) => ({
    title: { text: title },
    color: theme.text,
    gridcolor: theme.grid,
    zerolinecolor: theme.grid,
    showbackground: false,
    showspikes: false,
  })
  return {
    ...(showTitle ? { title: { text: text.title } } : {}),
    uirevision: 'camera',
    autosize: true,
    paper_bgcolor: showTitle ? theme.background : 'rgba(0,0,0,0)',
    font: { family: theme.font, color: theme.text, size: 12 },
    margin: { l: 0, r: 0, t: showTitle ? 44 : 8, b: 0 },
    showlegend: reference !== undefined,
    legend: { orientation: 'h', x: 0.5, xanchor: 'center', y: 1, itemsizing: 'constant', font: { size: 14 } },
    scene: {
      xaxis: axis(text.x),
      yaxis: axis(text.y),
      zaxis: axis(text.value),
      aspectmode: 'cube',
      dragmode: 'turntable',
      camera: {
        eye: { x: -1.5 * distance, y: -1.55 * distance, z: 0.75 * distance },
        center: { x: 0, y: 0, z: -0.16 },
      },
    },
  }
}

const gridAxes = (grid: NumericGrid) => ({
  x: Array.from({ length: grid.columns }, (_, column) => grid.x?.[column] ?? column),
  y: Array.from({ length: grid.rows }, (_, row) => grid.y?.[row] ?? row),
})

const gridRows = (grid: NumericGrid) =>
  Array.from({ length: grid.rows }, (_, row) =>
    Array.from(grid.values.subarray(row * grid.columns, (row + 1) * grid.columns)),
  )

function gridPoints(grid: NumericGrid) {
  const { x, y } = gridAxes(grid)
  return { x: y.flatMap(() => x), y: y.flatMap((value) => x.map(() => value)), z: Array.from(grid.values) }
}

/** A faint surface that hides what lies behind it a little, so that depth can be seen. */
const veil = (grid: NumericGrid, theme: PlotTheme): Trace => ({
  type: 'surface',
  ...gridAxes(grid),
  z: gridRows(grid),
  opacity: 0.25,
  showscale: false,
  showlegend: false,
  hoverinfo: 'skip',
  colorscale: [
    [0, wire[theme.scheme]],
    [1, wire[theme.scheme]],
  ],
})

/** All grid lines as one trace, separated by gaps. */
function wireframe({ grid, name, color }: { grid: NumericGrid; name: string; color: string }): Trace {
  const { x, y } = gridAxes(grid)
  const z = gridRows(grid)
  const lines = { x: [] as (number | null)[], y: [] as (number | null)[], z: [] as (number | null)[] }
  const add = (...[a, b, c]: [number | null, number | null, number | null]) => {
    lines.x.push(a)
    lines.y.push(b)
    lines.z.push(c)
  }
  for (const [row, b] of y.entries()) {
    for (const [column, a] of x.entries()) add(a, b, z[row]?.[column] ?? null)
    add(null, null, null)
  }
  for (const [column, a] of x.entries()) {
    for (const [row, b] of y.entries()) add(a, b, z[row]?.[column] ?? null)
    add(null, null, null)
  }
  return { type: 'scatter3d', mode: 'lines', name, ...lines, line: { color, width: 2 }, hoverinfo: 'skip' }
}

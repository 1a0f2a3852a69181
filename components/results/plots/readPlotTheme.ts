export type PlotTheme = {
  scheme: 'light' | 'dark'
  text: string
  dimmed: string
  grid: string
  background: string
  accent: string
  font: string
}

/** The page's colours as plain values, which canvas and Plotly need. */
export function readPlotTheme(element: Element, scheme: 'light' | 'dark'): PlotTheme {
  const style = getComputedStyle(element)
  const read = (name: string, fallback: string) => style.getPropertyValue(name).trim() || fallback
  const dark = scheme === 'dark'
  return {
    scheme,
    text: read('--oc-text', dark ? '#e6e8eb' : '#16181d'),
    dimmed: read('--oc-dim', dark ? '#a6adb8' : '#565e6c'),
    grid: read('--oc-border', dark ? '#3a3f47' : '#d5d9e0'),
    background: read('--oc-surface', dark ? '#16181d' : '#ffffff'),
    accent: read('--oc-accent', dark ? '#6aa9ff' : '#1f5fbf'),
    font: style.fontFamily || 'sans-serif',
  }
}

/** The part of the 3D bundle that is used; it ships no types of its own. */
declare module 'plotly.js-gl3d-dist-min' {
  export type Trace = Readonly<Record<string, unknown>>
  export type Layout = Readonly<Record<string, unknown>>
  export type Config = Readonly<Record<string, unknown>>

  type Plotly = {
    react(element: HTMLElement, data: readonly Trace[], layout: Layout, config: Config): Promise<unknown>
    relayout(element: HTMLElement, update: Readonly<Record<string, unknown>>): Promise<unknown>
    toImage(
      figure: HTMLElement | { data: readonly Trace[]; layout: Layout },
      options: { format: 'png'; width: number; height: number; scale: number },
    ): Promise<string>
    purge(element: HTMLElement): void
  }

  const plotly: Plotly
  export default plotly
}

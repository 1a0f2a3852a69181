export type Rgb = readonly [number, number, number]

const sequential = stops('440154 482878 3e4a89 31688e 26828e 1f9e89 35b779 6dcd59 b4de2c fde725')
const diverging = stops('2166ac 4393c3 92c5de d1e5f0 f7f7f7 fddbc7 f4a582 d6604d b2182b')
/** Told apart by people who see red and green alike, and on both themes. */
const categorical = stops('0072b2 e69f00 009e73 cc79a7 56b4e9 d55e00 8c6bb1 b2a300 7f7f7f 5d4037')

/** Colour of `t` in [0, 1] on the perceptually even scale from dark to bright. */
export const sequentialColor = (t: number): Rgb => interpolate(sequential, t)
/** Colour of `t` in [0, 1] on the scale with a neutral middle. */
export const divergingColor = (t: number): Rgb => interpolate(diverging, t)
export const categoricalColor = (index: number): Rgb => categorical[index % categorical.length] as Rgb
export const toCss = ([r, g, b]: Rgb): string => `rgb(${r} ${g} ${b})`

function stops(hex: string): Rgb[] {
  return hex.split(' ').map((color) => {
    const number = Number.parseInt(color, 16)
    return [number >> 16, (number >> 8) & 255, number & 255] as const
  })
}

function interpolate(scale: readonly Rgb[], t: number): Rgb {
  const at = Math.min(1, Math.max(0, t)) * (scale.length - 1)
  const low = Math.min(scale.length - 2, Math.floor(at))
  const [a, b] = [scale[low] as Rgb, scale[low + 1] as Rgb]
  const mix = (i: 0 | 1 | 2) => Math.round(a[i] + (b[i] - a[i]) * (at - low))
  return [mix(0), mix(1), mix(2)]
}

import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
} from '@mantine/core'

const tide: MantineColorsTuple = [
  '#e6f7f5',
  '#c9ece8',
  '#9bdcd6',
  '#5fcdc4',
  '#38b3ad',
  '#199a96',
  '#0f817f',
  '#0a6a6a',
  '#075254',
  '#053f42',
]
const ink: MantineColorsTuple = [
  '#e6eff3',
  '#c8d7de',
  '#9db3bf',
  '#6b8696',
  '#2d4757',
  '#243c4a',
  '#162a36',
  '#0f1f29',
  '#0b1922',
  '#08141c',
]
const slate: MantineColorsTuple = [
  '#f3f7f8',
  '#eaf1f3',
  '#dde7eb',
  '#d3dfe4',
  '#aebfc8',
  '#7d929e',
  '#4d636f',
  '#3b505c',
  '#243640',
  '#0c1f2a',
]
const red: MantineColorsTuple = [
  '#fce8e5',
  '#f8cfca',
  '#f3ada4',
  '#ff9d92',
  '#e2655a',
  '#cf4438',
  '#ba3228',
  '#a8271f',
  '#8a1f19',
  '#6d1814',
]

/** Mantine in the product's own colours. Filled shades carry text at 4.5 : 1 in both themes. */
export const theme = createTheme({
  fontFamily: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif",
  fontFamilyMonospace: 'var(--oc-mono)',
  colors: { tide, dark: ink, gray: slate, red },
  primaryColor: 'tide',
  primaryShade: { light: 7, dark: 3 },
  // The text on a filled control follows the theme, which a shade alone cannot tell.
  variantColorResolver: (input) => {
    const colors = defaultVariantColorsResolver(input)
    const filled = input.variant === 'filled' && (input.color ?? input.theme.primaryColor) === 'tide'
    if (filled)
      return {
        ...colors,
        color: 'var(--oc-on-accent)',
        background: 'var(--oc-accent)',
        hover: 'var(--oc-accent-strong)',
      }
    if (input.variant === 'filled' && input.color === 'red')
      return { ...colors, color: 'var(--oc-surface)', background: 'var(--oc-danger)', hover: 'var(--oc-danger)' }
    return colors
  },
  white: '#ffffff',
  black: '#0c1f2a',
  defaultRadius: 'md',
  radius: { sm: '5px', md: '9px', lg: '14px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  headings: { fontWeight: '640' },
  components: {
    Modal: {
      defaultProps: { centered: true, radius: 'lg', padding: 'lg', overlayProps: { backgroundOpacity: 0.6 } },
      styles: { title: { fontSize: '1.125rem', fontWeight: 620 } },
    },
    InputWrapper: {
      styles: {
        description: { fontSize: '0.8125rem', color: 'var(--oc-dim)' },
        label: { fontWeight: 570, marginBottom: 2 },
      },
    },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 250, events: { hover: true, focus: true, touch: true } } },
    Select: { defaultProps: { allowDeselect: false, checkIconPosition: 'right' } },
  },
})

/** Points Mantine's own variables at the product's tokens. */
export const cssVariablesResolver: CSSVariablesResolver = () => {
  const both = {
    '--mantine-color-body': 'var(--oc-surface)',
    '--mantine-color-text': 'var(--oc-text)',
    '--mantine-color-dimmed': 'var(--oc-dim)',
    '--mantine-color-placeholder': 'var(--oc-dim)',
    '--mantine-color-error': 'var(--oc-danger)',
    '--mantine-color-anchor': 'var(--oc-accent)',
    '--mantine-color-default': 'var(--oc-surface)',
    '--mantine-color-default-hover': 'var(--oc-sunken)',
    '--mantine-color-default-border': 'var(--oc-border-strong)',
    '--mantine-color-tide-light': 'var(--oc-accent-soft)',
    '--mantine-color-tide-light-hover': 'var(--oc-sunken)',
    '--mantine-color-tide-light-color': 'var(--oc-accent-strong)',
    '--mantine-primary-color-contrast': 'var(--oc-on-accent)',
    '--mantine-color-tide-contrast': 'var(--oc-on-accent)',
    '--mantine-color-tide-filled': 'var(--oc-accent)',
    '--mantine-color-tide-filled-hover': 'var(--oc-accent-strong)',
    '--mantine-primary-color-filled': 'var(--oc-accent)',
    '--mantine-primary-color-filled-hover': 'var(--oc-accent-strong)',
    '--mantine-color-tide-outline': 'var(--oc-accent)',
  }
  return { variables: {}, light: both, dark: both }
}

/**
 * Runs in the page before any other script. Code the app does not write, such as the bundler's loader and the plotting library, sets
 * script addresses and markup from text; with Trusted Types enforced all of that passes here: scripts come from this site only, and
 * markup is plain text, an inert element, or a drawing that can run nothing. Text is never made a script.
 */
function createDefaultPolicy() {
  type Policies = { createPolicy(name: string, rules: Record<string, (text: string) => string>): unknown }
  const { trustedTypes } = window as unknown as { trustedTypes?: Policies }
  trustedTypes?.createPolicy('default', {
    createScriptURL: (url) => {
      if (new URL(url, location.href).origin === location.origin) return url
      throw new TypeError('Scripts come from this site only.')
    },
    createHTML: (text) => {
      const inert = !text.includes('<') || text === '<script></script>'
      const drawing = /^<svg[\s>]/.test(text) && !/<script|\son\w+\s*=|href|<foreignObject|<style/i.test(text)
      if (inert || drawing) return text
      throw new TypeError('Markup is not written into the page.')
    },
  })
}

/** The text of the inline script. */
export const trustedTypesScript = `(${createDefaultPolicy.toString()})()`

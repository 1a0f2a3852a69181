let waiting = false
let open: (() => void) | undefined

/** Lets any page ask for the wallet dialog, which is loaded with the connect button. */
export const connectRequest = {
  /** Opens the wallet dialog, as soon as it is there. */
  ask(): void {
    if (open) open()
    else waiting = true
  },
  /** Called by the dialog. Returns a function that takes it back. */
  register(opener: () => void): () => void {
    open = opener
    if (waiting) {
      waiting = false
      opener()
    }
    return () => {
      if (open === opener) open = undefined
    }
  },
}

export type Slots = {
  /** Waits for a free slot. Resolves with the function that gives it back; calling that again has no effect. */
  take(): Promise<() => void>
}

/** Bounds how many things happen at once; who waits longer than `patience` ms is refused. */
export function createSlots({
  size,
  patience,
  refuse,
}: {
  size: number
  patience: number
  refuse: () => Error
}): Slots {
  const waiting: (() => void)[] = []
  let used = 0
  function grant(): () => void {
    let held = true
    return () => {
      if (!held) return
      held = false
      const next = waiting.shift()
      if (next) next()
      else used -= 1
    }
  }
  return {
    take() {
      if (used < size) {
        used += 1
        return Promise.resolve(grant())
      }
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.splice(waiting.indexOf(accept), 1)
          reject(refuse())
        }, patience)
        const accept = () => {
          clearTimeout(timer)
          resolve(grant())
        }
        waiting.push(accept)
      })
    },
  }
}

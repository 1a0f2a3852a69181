'use client'
import { useSyncExternalStore } from 'react'

let now = 0
let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

function subscribe(listener: () => void) {
  listeners.add(listener)
  timer ??= setInterval(() => {
    now = Date.now()
    for (const each of listeners) each()
  }, 1_000)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
    now = 0
  }
}

/** Milliseconds since the epoch, renewed every second; 0 on the server. One timer for the whole page. */
export function useNow(): number {
  return useSyncExternalStore(
    subscribe,
    () => {
      now ||= Date.now()
      return now
    },
    () => 0,
  )
}

'use client'
import { createContext, useContext } from 'react'

/** The few words primitives say by themselves. The app hands them in, in the language of the person. */
export type UiWords = {
  copied: string
  copyThing(what: string): string
  showFull: string
  showShort: string
  details: string
  copyError: string
  optional: string
  duration(seconds: number): string
  waiting: { since(duration: string): string; usually(duration: string): string; longer: string }
  steps: Record<'waiting' | 'working' | 'signing' | 'mining' | 'done' | 'skipped' | 'dropped' | 'failed', string>
  table: { empty: string }
  locale: string
}

export const UiWordsContext = createContext<UiWords | undefined>(undefined)

/** The words of the primitives. */
export function useUiWords(): UiWords {
  const words = useContext(UiWordsContext)
  if (!words) throw new Error('Primitives need a UiWordsContext around them')
  return words
}

'use client'
import { useMessages } from '@/lib/messages/useMessages'
import type { Problem } from './model/problems'

/** Puts a fault into words: what is wrong with which part, and what to do. */
export function useSay(): (problem: Problem | undefined) => string | undefined {
  const { problems } = useMessages().publish
  return (problem) => {
    if (!problem) return undefined
    const words = problems[problem.code]
    if (typeof words === 'function') return words(problem.value ?? '')
    return problem.value ? `“${shorten(problem.value)}”: ${words}` : words
  }
}

const shorten = (text: string) => (text.length > 28 ? `${text.slice(0, 16)}…${text.slice(-8)}` : text)

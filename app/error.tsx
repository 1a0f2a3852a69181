'use client'
import { Crash } from '@/components/home/Crash'

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <Crash error={error} onRetry={reset} />
}

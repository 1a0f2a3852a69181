'use client'
import { useEffect, useState } from 'react'
import { WaitingNotice } from '@/components/ui/WaitingNotice'

/** Milliseconds without an answer after which people are told what is waited for. */
const patience = 2_000

/** Says what is waited for and since when, once it takes longer than usual. */
export function SlowNotice({ what }: { what: string }) {
  const [since] = useState(() => Date.now())
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), patience)
    return () => clearTimeout(timer)
  }, [])
  return slow ? <WaitingNotice what={what} since={since} /> : null
}

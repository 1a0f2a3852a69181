'use client'

import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { Icon } from '@/components/ui/Icon'
import { useMessages } from '@/lib/messages/useMessages'
import { jobHref } from './jobHref'
import type { MonitoredJob } from './model/MonitoredJob'
import { useAssetNames } from './useAssetNames'

/** Tells when a job ends: in the tab's title always, as a notification once it has been asked for. */
export function EndNotices({ jobs }: { jobs: readonly MonitoredJob[] }) {
  const t = useMessages().monitor
  const namesOf = useAssetNames(jobs)
  const [permission, setPermission] = useState<NotificationPermission>()
  const running = useRef(new Set<string>())
  const [unseen, setUnseen] = useState(0)

  useEffect(() => {
    if ('Notification' in window) setPermission(Notification.permission)
  }, [])

  useEffect(() => {
    for (const monitored of jobs) {
      const { job } = monitored
      if (!job.ended) running.current.add(job.jobId)
      else if (running.current.delete(job.jobId) && document.hidden) {
        setUnseen((count) => count + 1)
        if (permission === 'granted') {
          const title = t.notices.ended(namesOf(monitored).algorithm, t.phases[job.phase])
          const notification = new Notification(title, { body: t.notices.body, tag: job.jobId })
          notification.onclick = () => {
            window.focus()
            window.location.assign(jobHref(monitored))
          }
        }
      }
    }
  }, [jobs, namesOf, permission, t])

  useEffect(() => {
    const seen = () => {
      if (!document.hidden) setUnseen(0)
    }
    document.addEventListener('visibilitychange', seen)
    return () => document.removeEventListener('visibilitychange', seen)
  }, [])

  useEffect(() => {
    if (unseen === 0) return
    const before = document.title
    document.title = t.notices.badge(unseen, before)
    return () => {
      document.title = before
    }
  }, [unseen, t])

  if (permission === undefined) return null
  if (permission === 'default') {
    return (
      <Button
        variant="default"
        size="sm"
        leftSection={<Icon name="flag" size={15} />}
        onClick={async () => setPermission(await Notification.requestPermission())}
      >
        {t.notices.offer}
      </Button>
    )
  }
  return null
}

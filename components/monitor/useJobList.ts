'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useState } from 'react'
import { type JobGroup, jobGroups } from './model/jobGroup'
import { type JobList, type JobSort, jobSorts, listJobs } from './model/listJobs'
import type { MonitoredJob } from './model/MonitoredJob'
import type { JobNames } from './useAssetNames'

type Choice = { state?: JobGroup | undefined; q?: string; sort?: JobSort; page?: number }

/** The part of the jobs that is looked at, kept in the page's address. */
export function useJobList(jobs: readonly MonitoredJob[], namesOf: (job: MonitoredJob) => JobNames) {
  const pathname = usePathname()
  const parameters = useSearchParams()
  // Typing must not wait for the address.
  const [text, setText] = useState(parameters.get('q') ?? '')
  const group = jobGroups.find((candidate) => candidate === parameters.get('state'))
  const sort = jobSorts.find((candidate) => candidate === parameters.get('sort')) ?? 'newest'
  const page = Number(parameters.get('page') ?? 1) || 1
  const list: JobList = listJobs(jobs, { group, text, sort, page, wordsOf: namesOf, now: Date.now() })

  /** Changes the choice; anything but another page begins at the first one. */
  const choose = (choice: Choice) => {
    const next = new URLSearchParams(parameters)
    for (const [name, value] of Object.entries({ page: undefined, ...choice })) {
      const plain = value === undefined || value === '' || value === 'newest' || value === 1
      if (plain) next.delete(name)
      else next.set(name, String(value))
    }
    if (choice.q !== undefined) setText(choice.q)
    const query = next.toString()
    window.history.replaceState(null, '', query === '' ? pathname : `${pathname}?${query}`)
  }

  return { group, text, sort, list, choose }
}

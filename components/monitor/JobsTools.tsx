'use client'

import { NativeSelect, TextInput } from '@mantine/core'
import { Icon } from '@/components/ui/Icon'
import { useMessages } from '@/lib/messages/useMessages'
import styles from './JobsTools.module.css'
import { jobSorts } from './model/listJobs'
import type { useJobList } from './useJobList'

/** Looking for jobs by name, and their order. */
export function JobsTools({ text, sort, list, choose }: ReturnType<typeof useJobList>) {
  const t = useMessages().monitor.tools
  return (
    <div className={styles.tools}>
      <TextInput
        type="search"
        className={styles.search}
        aria-label={t.search}
        placeholder={t.search}
        leftSection={<Icon name="search" size={15} />}
        value={text}
        onChange={(event) => choose({ q: event.currentTarget.value })}
      />
      <NativeSelect
        aria-label={t.sort}
        value={sort}
        data={jobSorts.map((value) => ({ value, label: t.sorts[value] }))}
        onChange={(event) =>
          choose({ sort: jobSorts.find((value) => value === event.currentTarget.value) ?? 'newest' })
        }
      />
      <span className={styles.count} role="status">
        {t.count(list.total)}
      </span>
    </div>
  )
}

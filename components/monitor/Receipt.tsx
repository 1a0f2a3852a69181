'use client'

import { Button } from '@mantine/core'
import { saveBlob } from '@/components/results/saveBlob'
import { CopyButton } from '@/components/ui/CopyButton'
import { Disclosure } from '@/components/ui/Disclosure'
import { Icon } from '@/components/ui/Icon'
import { useMessages } from '@/lib/messages/useMessages'
import type { MonitoredJob } from './model/MonitoredJob'
import styles from './Receipt.module.css'
import { useReceipt } from './useReceipt'

/** The job as a document: what ran where, on whose order, and what came out. */
export function Receipt({ monitored, files }: { monitored: MonitoredJob; files: boolean }) {
  const t = useMessages().monitor.receipt
  const text = JSON.stringify(useReceipt(monitored, files), undefined, 2)
  return (
    <Disclosure label={t.title} hint={t.lead}>
      <div className={styles.actions}>
        <CopyButton value={text} label={t.copy} />
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<Icon name="download" size={14} />}
          onClick={() => saveBlob(new Blob([text], { type: 'application/json' }), `job-${monitored.job.jobId}.json`)}
        >
          {t.download}
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard */}
      <pre className={styles.text} tabIndex={0}>
        {text}
      </pre>
    </Disclosure>
  )
}

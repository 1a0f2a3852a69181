'use client'

import { Button } from '@mantine/core'
import { useCallback, useState } from 'react'
import { saveBlob } from '@/components/results/saveBlob'
import { CopyableText } from '@/components/ui/CopyableText'
import { CopyButton } from '@/components/ui/CopyButton'
import { Disclosure } from '@/components/ui/Disclosure'
import { Icon } from '@/components/ui/Icon'
import { KeyValueList } from '@/components/ui/KeyValueList'
import { useMessages } from '@/lib/messages/useMessages'
import type { MonitoredJob } from './model/MonitoredJob'
import styles from './Receipt.module.css'
import { ReceiptSheet } from './ReceiptSheet'
import { useReceipt } from './useReceipt'

/** The job as a document: what ran where, on whose order, and what came out. */
export function Receipt({ monitored, files }: { monitored: MonitoredJob; files: boolean }) {
  const t = useMessages().monitor.receipt
  const [printing, setPrinting] = useState(false)
  const onPrinted = useCallback(() => setPrinting(false), [])
  const receipt = useReceipt(monitored, files)
  const text = JSON.stringify(receipt, undefined, 2)
  const results = receipt.files.filter(({ type }) => type === 'output')
  return (
    <Disclosure label={t.title} hint={t.lead}>
      {results.length > 0 ? (
        <KeyValueList
          items={results.map(({ index, filename, sha256 }) => ({
            id: String(index),
            label: t.hash(filename),
            value: sha256 ? <CopyableText value={sha256} label={t.hash(filename)} keep={32} /> : t.noHash,
          }))}
        />
      ) : null}
      <div className={styles.actions}>
        <Button size="compact-sm" variant="default" onClick={() => setPrinting(true)}>
          {t.print}
        </Button>
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
      {printing ? <ReceiptSheet receipt={receipt} onPrinted={onPrinted} /> : null}
    </Disclosure>
  )
}

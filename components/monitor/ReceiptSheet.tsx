'use client'

import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import { KeyValueList } from '@/components/ui/KeyValueList'
import { useMessages } from '@/lib/messages/useMessages'
import type { useReceipt } from './useReceipt'

export type ReceiptDocument = ReturnType<typeof useReceipt>

/** The receipt as paper shows it: it takes the page's place while it is printed, and is nowhere on the screen. */
export function ReceiptSheet({ receipt, onPrinted }: { receipt: ReceiptDocument; onPrinted(): void }) {
  const { monitor, common } = useMessages()
  const t = monitor.receipt
  useEffect(() => {
    window.addEventListener('afterprint', onPrinted)
    window.print()
    return () => window.removeEventListener('afterprint', onPrinted)
  }, [onPrinted])
  const { job, network, algorithm, computeFee, status } = receipt
  const named = ({ did, name }: { did: string; name: string | null }) => (name ? `${name} · ${did}` : did)
  const { image, tag, checksum } = algorithm?.container ?? {}
  const sheet = (
    <section className="oc-sheet">
      <h1>{t.title}</h1>
      <KeyValueList
        items={[
          ...receipt.datasets.map((dataset, index) => ({
            id: `${dataset.did} ${index}`,
            label: monitor.job.dataset,
            value: named(dataset),
          })),
          { label: monitor.job.algorithm, value: algorithm ? named(algorithm) : monitor.table.raw },
          { label: t.image, value: image ? `${image}:${tag} ${checksum}` : common.unknown },
          ...(algorithm?.checksums
            ? [
                { label: t.filesChecksum, value: algorithm.checksums.files },
                { label: t.containerChecksum, value: algorithm.checksums.container },
              ]
            : []),
          { label: monitor.job.environment, value: receipt.environment ?? common.unknown },
          { label: monitor.job.id, value: job },
          { label: monitor.job.owner, value: receipt.owner },
          { label: monitor.job.order, value: receipt.order },
          {
            label: monitor.table.cost,
            value: computeFee ? `${computeFee.amount} ${computeFee.token ?? ''}` : monitor.cost.unknown,
          },
          { label: monitor.job.provider, value: receipt.provider },
          { label: monitor.job.network, value: `${network.name} (${network.chainId})` },
          { label: monitor.job.created, value: receipt.started ?? common.unknown },
          { label: monitor.job.finished, value: receipt.ended ?? common.none },
          { label: monitor.job.status, value: monitor.job.statusText(status.number, status.text) },
          ...receipt.files.map(({ index, filename, size, sha256 }) => ({
            id: `file ${index}`,
            label: filename,
            value: `${common.bytes(size)} · ${sha256 ? `SHA-256 ${sha256}` : t.noHash}`,
          })),
        ]}
      />
    </section>
  )
  return createPortal(sheet, document.body)
}

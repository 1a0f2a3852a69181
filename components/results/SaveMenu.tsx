'use client'

import { Button, Menu } from '@mantine/core'
import { type RefObject, useState } from 'react'
import { Icon } from '@/components/ui/Icon'
import { Notice } from '@/components/ui/Notice'
import { useMessages } from '@/lib/messages/useMessages'
import type { ArrayResult, DecodedResult, TableResult } from '@/lib/results/types'
import type { PlotHandle } from './plots/PlotCanvas'
import { saveBlob } from './saveBlob'
import type { ResultFile } from './useDecodedResult'

type SaveMenuProps = { file: ResultFile; result: DecodedResult; plot: RefObject<PlotHandle | null> | undefined }

/** The ways to keep a result: as it is, or in a form other programs read. */
export function SaveMenu({ file, result, plot }: SaveMenuProps) {
  const t = useMessages().results.save
  const [failed, setFailed] = useState<string>()
  const base = file.filename.replace(/\.(csv|npy|png|bin)$/i, '')
  const keep = (make: () => Blob | Promise<Blob>, filename: string) => async () => {
    setFailed(undefined)
    try {
      saveBlob(await make(), filename)
    } catch (error) {
      setFailed(error instanceof Error ? error.message : String(error))
    }
  }
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button size="compact-md" variant="default" leftSection={<Icon name="download" size={15} />}>
            {t.label}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            onClick={keep(() => new Blob([file.bytes.slice()], { type: 'application/octet-stream' }), file.filename)}
          >
            {t.file}
          </Menu.Item>
          {plot ? (
            <Menu.Item
              onClick={keep(
                async () => (await plot.current?.toPng()) ?? Promise.reject(new Error(t.failed)),
                `${base}.png`,
              )}
            >
              {t.png}
            </Menu.Item>
          ) : null}
          {result.kind === 'array' || result.kind === 'table' ? (
            <Menu.Item onClick={keep(() => exportCsv(result), `${base}.csv`)}>
              {result.kind === 'table' ? t.csvTable : t.csv}
            </Menu.Item>
          ) : null}
          {result.kind === 'array' ? (
            <Menu.Item onClick={keep(() => exportNpy(result), `${base}.npy`)}>{t.npy}</Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {failed ? (
        <Notice tone="danger" title={t.failed}>
          {failed}
        </Notice>
      ) : null}
    </>
  )
}

async function exportCsv(result: ArrayResult | TableResult): Promise<Blob> {
  const { toCsv } = await import('@/lib/results/export/toCsv')
  return toCsv(result)
}

async function exportNpy(result: ArrayResult): Promise<Blob> {
  const { toNpy } = await import('@/lib/results/export/toNpy')
  return new Blob([toNpy(result)], { type: 'application/octet-stream' })
}

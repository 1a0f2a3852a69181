'use client'
import { Button } from '@mantine/core'
import { CopyButton } from '@/components/ui/CopyButton'
import { useMessages } from '@/lib/messages/useMessages'
import type { Asset } from '@/lib/ocean'
import codeClasses from '../compute/CopyAsCode.module.css'

/** The metadata as the index serves it, to read and to keep. */
export function AssetDocument({ asset }: { asset: Asset }) {
  const { page: words } = useMessages().asset
  const text = JSON.stringify(asset, null, 2)
  const save = () => {
    const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
    const link = document.createElement('a')
    link.href = url
    link.download = `${asset.id.replaceAll(':', '-')}.json`
    link.click()
    URL.revokeObjectURL(url)
  }
  return (
    <>
      <div className={codeClasses.bar}>
        <Button size="xs" variant="default" onClick={save}>
          {words.downloadDocument}
        </Button>
        <CopyButton value={text} label={words.document} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard */}
      <pre className={codeClasses.code} tabIndex={0}>
        <code>{text}</code>
      </pre>
    </>
  )
}

'use client'
import { Button } from '@mantine/core'
import { zeroAddress } from 'viem'
import { useAccount } from 'wagmi'
import { CopyButton } from '@/components/ui/CopyButton'
import { Disclosure } from '@/components/ui/Disclosure'
import { Icon } from '@/components/ui/Icon'
import { useNetwork } from '@/hooks/useNetwork'
import { useMessages } from '@/lib/messages/useMessages'
import { type AssetDraft, buildDdo } from '@/lib/ocean'
import classes from './PublishRun.module.css'
import type { UsePublishRunReturnType } from './usePublishRun'

/** The document as it will be written, but for what only the chain and the Provider can fill in. */
export function DdoPreview({ run }: { run: UsePublishRunReturnType }) {
  const { publish, common } = useMessages()
  const words = publish.ddo
  const network = useNetwork()
  const { address = zeroAddress } = useAccount()
  return (
    <Disclosure label={words.title} quiet>
      <p className={classes.note}>{words.hint}</p>
      {run.types.map((type) => {
        const draft = run.drafts[type]
        if (!draft)
          return (
            <p key={type} className={classes.note}>
              {publish.sections[type]}: {words.incomplete}
            </p>
          )
        const json = JSON.stringify(
          preview(draft, { chainId: network.chainId, account: address, providerUrl: network.providerUrl }),
          null,
          2,
        )
        return (
          <div key={type}>
            <section className={classes.json} aria-label={`${publish.sections[type]}: ${words.title}`}>
              <pre>{json}</pre>
            </section>
            <div className={classes.row}>
              <CopyButton value={json} label={words.copy}>
                {common.copy}
              </CopyButton>
              <Button
                size="compact-sm"
                variant="subtle"
                leftSection={<Icon name="download" size={15} />}
                onClick={() => save(json, `${type}.json`)}
              >
                {words.download}
              </Button>
            </div>
          </div>
        )
      })}
    </Disclosure>
  )
}

function preview(draft: AssetDraft, context: { chainId: number; account: `0x${string}`; providerUrl: string }) {
  const pinned = (draft.type === 'dataset' ? (draft.compute?.trustedAlgorithms ?? []) : []).map(({ did }) => ({
    did,
    filesChecksum: '…',
    containerSectionChecksum: '…',
  }))
  const ddo = buildDdo({
    ...context,
    draft,
    dataNft: zeroAddress,
    datatoken: zeroAddress,
    files: [],
    trusted: Array.from({ length: Math.max(draft.services?.length ?? 0, 2) }, () => pinned),
    created: new Date(0).toISOString(),
  })
  const later = '…'
  return {
    ...ddo,
    id: 'did:op:…',
    nftAddress: later,
    metadata: { ...ddo.metadata, created: later, updated: later },
    services: ddo.services.map((service) => ({ ...service, files: later, datatokenAddress: later })),
  }
}

function save(text: string, name: string) {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

'use client'
import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { getAddress, isAddress } from 'viem'
import { checkAddress } from '@/components/publish/model/checkAddress'
import type { Problem } from '@/components/publish/model/problems'
import { useSay } from '@/components/publish/useSay'
import { Badge } from '@/components/ui/Badge'
import { CopyableText } from '@/components/ui/CopyableText'
import { sameAddress } from '@/lib/asset/sameAddress'
import { findTrust } from '@/lib/compute/findTrust'
import { useMessages } from '@/lib/messages/useMessages'
import type { Asset } from '@/lib/ocean'
import { type AllowChanges, toggle } from './allowChanges'
import classes from './TrustedPublishers.module.css'

export type TrustedPublishersProps = {
  dataset: Asset
  changes: AllowChanges
  onChange?: ((changes: AllowChanges) => void) | undefined
}

/** Publishers whose algorithms may run; an extra fence around the list of algorithms. */
export function TrustedPublishers({ dataset, changes, onChange }: TrustedPublishersProps) {
  const { allow } = useMessages()
  const words = allow.publishers
  const say = useSay()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<Problem>()
  const stored = findTrust(dataset).publishers
  const rows = [...stored, ...changes.addPublishers].filter((entry) => isAddress(entry, { strict: false }))
  const add = (event: FormEvent) => {
    event.preventDefault()
    const value = text.trim()
    const fault = value === '' ? 'missing' : checkAddress(value)
    if (fault) return setProblem({ code: fault })
    if (rows.some((entry) => sameAddress(entry, value))) return setProblem({ code: 'duplicate' })
    setProblem(undefined)
    setText('')
    onChange?.({ ...changes, addPublishers: [...changes.addPublishers, getAddress(value)] })
  }
  return (
    <>
      <p className={classes.lead}>{words.lead}</p>
      {rows.length === 0 ? (
        <p className={classes.lead}>{words.none}</p>
      ) : (
        <ul className={classes.list}>
          {rows.map((entry) => {
            const added = changes.addPublishers.some((other) => sameAddress(other, entry))
            const removed = changes.removePublishers.some((other) => sameAddress(other, entry))
            const address = entry as `0x${string}`
            return (
              <li key={entry} className={classes.item}>
                <CopyableText value={entry} label={words.address} keep={10} />
                {added ? <Badge tone="accent">{allow.list.willAdd}</Badge> : null}
                {removed ? <Badge tone="danger">{allow.list.willRemove}</Badge> : null}
                {onChange ? (
                  <Button
                    size="xs"
                    variant="default"
                    aria-label={removed ? allow.list.keepNamed(entry) : words.removeNamed(entry)}
                    onClick={() =>
                      onChange(
                        added
                          ? { ...changes, addPublishers: changes.addPublishers.filter((other) => other !== entry) }
                          : { ...changes, removePublishers: toggle(changes.removePublishers, address) },
                      )
                    }
                  >
                    {removed ? allow.list.keep : allow.list.remove}
                  </Button>
                ) : null}
              </li>
            )
          })}
        </ul>
      )}
      {onChange ? (
        <form className={classes.form} onSubmit={add}>
          <TextInput
            className={classes.input}
            label={words.address}
            value={text}
            error={say(problem)}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit" variant="default">
            {words.add}
          </Button>
        </form>
      ) : null}
    </>
  )
}

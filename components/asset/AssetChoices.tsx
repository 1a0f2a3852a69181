'use client'
import { useId } from 'react'
import { formatPrice } from '@/lib/asset/formatPrice'
import { useMessages } from '@/lib/messages/useMessages'
import type { Asset } from '@/lib/ocean'
import classes from './AssetChoices.module.css'

export type AssetChoice = {
  asset: Asset
  /** Why it cannot be chosen; then it cannot. */
  reason?: string | undefined
  /** Something to know about it. */
  note?: string | undefined
}

export type AssetChoicesProps = {
  /** What is chosen here. */
  label: string
  choices: readonly AssetChoice[]
  multiple?: boolean
  selected: readonly string[]
  onToggle(did: string): void
  stale?: boolean
}

/** Assets to choose from. Those that cannot be chosen stay in sight, with the reason. */
export function AssetChoices({ label, choices, multiple, selected, onToggle, stale }: AssetChoicesProps) {
  const name = useId()
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
      <legend className="oc-hidden">{label}</legend>
      <ul className={classes.list} data-stale={stale || undefined}>
        {choices.map(({ asset, reason, note }) => (
          <li key={asset.id} className={classes.item}>
            {multiple ? (
              <label className={classes.label} data-disabled={reason === undefined ? undefined : true}>
                <input
                  className={classes.input}
                  type="checkbox"
                  name={name}
                  value={asset.id}
                  checked={selected.includes(asset.id)}
                  disabled={reason !== undefined}
                  onChange={() => onToggle(asset.id)}
                />
                <ChoiceText asset={asset} reason={reason} note={note} />
              </label>
            ) : (
              <button
                type="button"
                className={classes.label}
                data-disabled={reason === undefined ? undefined : true}
                data-chosen={selected.includes(asset.id) || undefined}
                disabled={reason !== undefined}
                onClick={() => onToggle(asset.id)}
              >
                <ChoiceText asset={asset} reason={reason} note={note} />
              </button>
            )}
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

function ChoiceText({ asset, reason, note }: AssetChoice) {
  const { common, asset: words } = useMessages()
  return (
    <span className={classes.text}>
      <span className={classes.name}>{asset.metadata.name}</span>
      <span className={classes.facts}>
        {[
          words.by(asset.metadata.author),
          formatPrice(asset, { words: words.price, number: common.number }),
          `${asset.id.slice(0, 13)}…${asset.id.slice(-6)}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {note === undefined ? null : <span className={classes.note}>{note}</span>}
      {reason === undefined ? null : <span className={classes.reason}>{reason}</span>}
    </span>
  )
}

'use client'
import { useState } from 'react'
import classes from './CopyableText.module.css'
import { CopyButton } from './CopyButton'
import { useUiWords } from './UiWords'

export type CopyableTextProps = {
  value: string
  /** What the value is, for the button's name: "data NFT address". */
  label: string
  /** Characters kept at each end. Short values are never cut. Default 8. */
  keep?: number
  /** Link for the shown text. */
  href?: string
}

/** An identifier: shortened in the middle, in full on demand, copied whole. */
export function CopyableText({ value, label, keep = 8, href }: CopyableTextProps) {
  const words = useUiWords()
  const [full, setFull] = useState(false)
  const prefix = value.startsWith('did:op:') ? 'did:op:'.length : 0
  const long = value.length > keep * 2 + prefix + 3
  const shown = long && !full ? `${value.slice(0, keep + prefix)}…${value.slice(-keep)}` : value
  return (
    <span className={classes.root}>
      {href ? (
        <a className={classes.text} href={href} title={value}>
          {shown}
        </a>
      ) : long ? (
        <button
          type="button"
          className={classes.text}
          aria-expanded={full}
          aria-label={`${label}: ${shown}. ${full ? words.showShort : words.showFull}`}
          title={full ? words.showShort : words.showFull}
          onClick={() => setFull(!full)}
        >
          {shown}
        </button>
      ) : (
        <span className={classes.text}>{shown}</span>
      )}
      <CopyButton value={value} label={label} />
    </span>
  )
}

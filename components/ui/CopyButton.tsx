'use client'
import { useEffect, useState } from 'react'
import classes from './CopyButton.module.css'
import { Icon } from './Icon'
import { useUiWords } from './UiWords'

/** Copies a text and says so, to the eye and to a screen reader. */
export function CopyButton({ value, label, children }: { value: string; label: string; children?: string }) {
  const words = useUiWords()
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 1_800)
    return () => clearTimeout(timer)
  }, [copied])
  return (
    <button
      type="button"
      className={classes.button}
      data-copied={copied || undefined}
      aria-label={children ? undefined : words.copyThing(label)}
      title={words.copyThing(label)}
      onClick={async () => {
        await navigator.clipboard.writeText(value)
        setCopied(true)
      }}
    >
      <Icon name={copied ? 'check' : 'copy'} size={16} />
      {children ? <span>{copied ? words.copied : children}</span> : null}
      <span role="status" className="oc-hidden">
        {copied ? words.copied : ''}
      </span>
    </button>
  )
}

'use client'
import Markdown from 'react-markdown'
import classes from './Fields.module.css'

/** A description as others will see it. Raw HTML is shown as text, and pictures are not fetched. */
export function MarkdownPreview({ label, text }: { label: string; text: string }) {
  return (
    <div>
      <p className={classes.markdownLabel}>{label}</p>
      <div className={classes.markdown}>
        <Markdown disallowedElements={['img', 'h1']} unwrapDisallowed>
          {text}
        </Markdown>
      </div>
    </div>
  )
}

'use client'
import ReactMarkdown, { type Components } from 'react-markdown'
import classes from './Markdown.module.css'

const heading: Components['h1'] = ({ children }) => <h3 className={classes.heading}>{children}</h3>

const components: Components = {
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
  a: ({ href, children }) => (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow ugc">
      {children}
    </a>
  ),
  // Nothing is fetched from elsewhere because somebody wrote it into a description.
  img: ({ src, alt }) => (
    <a href={typeof src === 'string' ? src : undefined} target="_blank" rel="noopener noreferrer nofollow ugc">
      {alt || (typeof src === 'string' ? src : '')}
    </a>
  ),
}

/** A stranger's Markdown: no HTML, no images, links that give nothing away, headings below the page's own. */
export function Markdown({ text }: { text: string }) {
  return (
    <div className={classes.markdown}>
      <ReactMarkdown components={components} skipHtml>
        {text}
      </ReactMarkdown>
    </div>
  )
}

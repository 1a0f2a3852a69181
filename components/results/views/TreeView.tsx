'use client'

import { useState } from 'react'
import { useMessages } from '@/lib/messages/useMessages'
import type { TreeEdge, TreeNode } from '@/lib/results/types'
import styles from './TreeView.module.css'

/** The inert description of a value, opened level by level. */
export function TreeView({ node, label }: { node: TreeNode; label: string }) {
  return (
    <section className={styles.tree} aria-label={label}>
      <TreeItem edge={{ key: '', node }} open />
    </section>
  )
}

function TreeItem({ edge: { key, node }, open = false }: { edge: TreeEdge; open?: boolean }) {
  const t = useMessages().results
  const [opened, setOpened] = useState(open)
  const head = (
    <>
      {key === '' ? null : <span className={styles.key}>{key}</span>}
      <span className={styles.type}>{node.type}</span>
      {node.length === undefined ? null : <span className={styles.length}>{t.tree.length(node.length)}</span>}
      {node.text === '' ? null : <span className={styles.text}>{node.text}</span>}
      {node.sameAs === undefined ? null : <span className={styles.length}>{t.tree.sameAs(node.sameAs)}</span>}
      {node.id === undefined ? null : <span className={styles.length}>{t.tree.id(node.id)}</span>}
    </>
  )
  const children = node.children ?? []
  if (children.length === 0 && !node.omitted) return <div className={styles.leaf}>{head}</div>
  return (
    <details open={opened} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary className={styles.summary}>{head}</summary>
      {opened ? (
        <ul className={styles.children}>
          {children.map((child, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: members are identified by their place
            <li key={index}>
              <TreeItem edge={child} />
            </li>
          ))}
          {node.omitted ? <li className={styles.length}>{t.tree.omitted(node.omitted)}</li> : null}
        </ul>
      ) : null}
    </details>
  )
}

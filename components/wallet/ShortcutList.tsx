'use client'
import { Kbd, Modal } from '@mantine/core'
import { useMessages } from '@/lib/messages/useMessages'
import classes from './ShortcutList.module.css'

/** All keyboard shortcuts. */
export function ShortcutList({ opened, onClose }: { opened: boolean; onClose(): void }) {
  const { common } = useMessages()
  const words = common.shortcuts
  const rows: readonly (readonly [string, readonly string[], boolean?])[] = [
    [words.palette, ['Ctrl', 'K']],
    [words.home, ['g', 'h'], true],
    [words.assets, ['g', 'a'], true],
    [words.publish, ['g', 'p'], true],
    [words.compute, ['g', 'c'], true],
    [words.jobs, ['g', 'j'], true],
    [words.search, ['/']],
    [words.theme, ['Shift', 'T']],
    [words.help, ['?']],
    [words.close, ['Esc']],
  ]
  return (
    <Modal opened={opened} onClose={onClose} title={words.title} closeButtonProps={{ 'aria-label': common.close }}>
      <dl className={classes.list}>
        {rows.map(([label, keys, sequence]) => (
          <div key={label} className={classes.row}>
            <dt>{label}</dt>
            <dd className={classes.keys}>
              {keys.map((key, index) => (
                <span key={key}>
                  {index > 0 ? <span className={classes.joiner}>{sequence ? words.joiner : '+'}</span> : null}
                  <Kbd>{key}</Kbd>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}

'use client'
import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { CopyButton } from '@/components/ui/CopyButton'
import { Disclosure } from '@/components/ui/Disclosure'
import type { Code } from '@/lib/code/code'
import { useMessages } from '@/lib/messages/useMessages'
import classes from './CopyAsCode.module.css'

/** The action beside it as code, with the present values. */
export function CopyAsCode({ code }: { code: Code }) {
  const { compute } = useMessages()
  const words = compute.code
  const [language, setLanguage] = useState<keyof Code>('python')
  return (
    <Disclosure label={words.title} hint={words.lead} quiet>
      <div className={classes.bar}>
        <SegmentedControl
          size="xs"
          aria-label={words.title}
          value={language}
          data={[
            { value: 'python', label: words.python },
            { value: 'typescript', label: words.typescript },
          ]}
          onChange={(value) => setLanguage(value as keyof Code)}
        />
        <CopyButton value={code[language]} label={words.title}>
          {words.copy}
        </CopyButton>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard */}
      <pre className={classes.code} tabIndex={0}>
        <code>{code[language]}</code>
      </pre>
    </Disclosure>
  )
}

'use client'
import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { Disclosure } from '@/components/ui/Disclosure'
import { useNetwork } from '@/hooks/useNetwork'
import { useMessages } from '@/lib/messages/useMessages'
import classes from './Fields.module.css'
import { FileCheck } from './FileCheck'
import type { AssetPartProps } from './fieldTypes'
import { HeaderFields } from './HeaderFields'
import type { FileForm } from './model/form'
import { toFileObject } from './model/toFileObject'

const types = ['url', 'ipfs', 'arweave', 'graphql', 'smartcontract'] as const

/** Where the file is, and what the Provider finds there. */
export function FileFields({ form, change, problems }: AssetPartProps) {
  const { publish } = useMessages()
  const words = publish.file
  const { chainId } = useNetwork()
  const { file } = form
  const set = (next: Partial<FileForm>) => change({ file: { ...file, ...next } })
  const object = toFileObject(file, chainId)
  const label = file.type === 'url' ? words.label[form.type] : words.labels[file.type]
  return (
    <div className={classes.file}>
      <TextInput
        className={classes.mono}
        label={label}
        description={words.hint}
        required
        inputMode={file.type === 'url' || file.type === 'graphql' ? 'url' : 'text'}
        autoCapitalize="none"
        spellCheck={false}
        value={file.location}
        error={problems.file && publish.problems[problems.file]}
        onChange={(event) => set({ location: event.currentTarget.value })}
      />
      {file.type === 'graphql' ? (
        <Textarea
          className={classes.mono}
          label={words.query}
          autosize
          minRows={2}
          value={file.query}
          onChange={(event) => set({ query: event.currentTarget.value })}
        />
      ) : null}
      {file.type === 'smartcontract' ? (
        <Textarea
          className={classes.mono}
          label={words.abi}
          autosize
          minRows={2}
          value={file.abi}
          onChange={(event) => set({ abi: event.currentTarget.value })}
        />
      ) : null}
      <FileCheck file={object.file} />
      <Disclosure label={words.type} hint={words.types[file.type]} quiet>
        <div className={classes.pair}>
          <NativeSelect
            label={words.type}
            value={file.type}
            data={types.map((value) => ({ value, label: words.types[value] }))}
            onChange={(event) => set({ type: event.currentTarget.value as FileForm['type'] })}
          />
          {file.type === 'url' ? (
            <NativeSelect
              label={words.method}
              value={file.method}
              data={[
                { value: 'get', label: 'GET' },
                { value: 'post', label: 'POST' },
              ]}
              onChange={(event) => set({ method: event.currentTarget.value as FileForm['method'] })}
            />
          ) : null}
        </div>
        {file.type === 'smartcontract' ? null : (
          <HeaderFields headers={file.headers} onChange={(headers) => set({ headers })} />
        )}
      </Disclosure>
    </div>
  )
}

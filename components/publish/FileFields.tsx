'use client'
import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { Disclosure } from '@/components/ui/Disclosure'
import { useNetwork } from '@/hooks/useNetwork'
import { useMessages } from '@/lib/messages/useMessages'
import classes from './Fields.module.css'
import { FileCheck } from './FileCheck'
import { HeaderFields } from './HeaderFields'
import type { FileProblems } from './model/checkFile'
import type { FileForm } from './model/form'
import { toFileObject } from './model/toFileObject'
import { useSay } from './useSay'

const types = ['url', 'ipfs', 'arweave', 'graphql', 'smartcontract'] as const

export type FileFieldsProps = {
  /** What the address of the file is called. */
  label: string
  file: FileForm
  problems: FileProblems | undefined
  onChange(file: FileForm): void
  /** Left out: the network's. */
  providerUrl?: string | undefined
}

/** Where the file is, and what the Provider finds there. */
export function FileFields({ label, file, problems, onChange, providerUrl }: FileFieldsProps) {
  const words = useMessages().publish.file
  const say = useSay()
  const { chainId } = useNetwork()
  const set = (next: Partial<FileForm>) => onChange({ ...file, ...next })
  return (
    <div className={classes.file}>
      <div className={classes.address}>
        <TextInput
          className={classes.mono}
          label={file.type === 'url' ? label : words.labels[file.type]}
          description={words.hints[file.type]}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          placeholder={words.placeholders[file.type]}
          required
          inputMode={file.type === 'url' || file.type === 'graphql' ? 'url' : 'text'}
          autoCapitalize="none"
          spellCheck={false}
          value={file.location}
          error={say(problems?.location)}
          onChange={(event) => set({ location: event.currentTarget.value })}
        />
        <NativeSelect
          label={words.type}
          value={file.type}
          data={types.map((value) => ({ value, label: words.types[value] }))}
          onChange={(event) => set({ type: event.currentTarget.value as FileForm['type'] })}
        />
      </div>
      {file.type === 'graphql' ? (
        <Textarea
          className={classes.mono}
          label={words.query}
          required
          autosize
          minRows={3}
          maxRows={14}
          placeholder={words.placeholders.query}
          value={file.query}
          error={say(problems?.query)}
          onChange={(event) => set({ query: event.currentTarget.value })}
        />
      ) : null}
      {file.type === 'smartcontract' ? (
        <Textarea
          className={classes.mono}
          label={words.abi}
          description={words.abiHint}
          required
          autosize
          minRows={3}
          maxRows={14}
          value={file.abi}
          error={say(problems?.abi)}
          onChange={(event) => set({ abi: event.currentTarget.value })}
        />
      ) : null}
      <FileCheck file={toFileObject(file, chainId)} providerUrl={providerUrl} />
      {file.type === 'smartcontract' ? null : (
        <Disclosure
          label={words.request}
          hint={words.requestHint(file.type === 'url' ? file.method.toUpperCase() : '', file.headers.length)}
          open={problems?.headers ? true : undefined}
          quiet
        >
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
          <HeaderFields headers={file.headers} problems={problems?.headers} onChange={(headers) => set({ headers })} />
        </Disclosure>
      )}
    </div>
  )
}

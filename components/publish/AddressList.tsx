'use client'
import { TagsInput } from '@mantine/core'
import classes from './Fields.module.css'
import type { Problem } from './model/problems'
import { useSay } from './useSay'

export type AddressListProps = {
  label: string
  hint: string
  value: string[]
  problem: Problem | undefined
  onChange(value: string[]): void
}

/** A list of addresses or identifiers; a pasted list is taken apart at blanks, commas and line ends. */
export function AddressList({ label, hint, value, problem, onChange }: AddressListProps) {
  const say = useSay()
  return (
    <TagsInput
      className={classes.mono}
      label={label}
      description={hint}
      splitChars={[',', ';', ' ', '\n', '\t']}
      value={value}
      error={say(problem)}
      onChange={onChange}
    />
  )
}

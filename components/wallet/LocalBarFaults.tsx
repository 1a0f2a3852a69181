'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useMessages } from '@/lib/messages/useMessages'
import { changeFaults, type FaultState, faultNames, faultsQueryOptions } from '@/lib/queries/faultsQueryOptions'
import classes from './LocalBar.module.css'

/** Breaks parts of the local network on purpose, and mends them, to see how the page takes it. */
export function LocalBarFaults({ faultsUrl }: { faultsUrl: string }) {
  const words = useMessages().wallet.local.faults
  const queryClient = useQueryClient()
  const panel = useId()
  const [open, setOpen] = useState(false)
  const options = faultsQueryOptions(faultsUrl)
  const faults = useQuery(options)
  const change = useMutation({
    mutationFn: (next: Partial<FaultState>) => changeFaults(faultsUrl, next),
    onSuccess: (state) => queryClient.setQueryData(options.queryKey, state),
  })
  const on = faultNames.filter((name) => faults.data?.[name])
  return (
    <div className={classes.faults}>
      <button
        type="button"
        className={classes.faucet}
        aria-expanded={open}
        aria-controls={panel}
        data-broken={on.length > 0 || undefined}
        onClick={() => setOpen(!open)}
      >
        {on.length === 0 ? words.open : words.on(on.length)}
      </button>
      {open ? (
        <fieldset id={panel} className={classes.panel} disabled={faults.data === undefined}>
          <legend className="oc-hidden">{words.open}</legend>
          <p className={classes.note}>{words.lead}</p>
          {faultNames.map((name) => (
            <label key={name} className={classes.fault}>
              <input
                type="checkbox"
                checked={faults.data?.[name] ?? false}
                onChange={(event) => change.mutate({ [name]: event.currentTarget.checked })}
              />
              <span>
                {words.names[name]}
                <span className={classes.note}> {words.effects[name]}</span>
              </span>
            </label>
          ))}
          <p role="status" className={classes.note}>
            {faults.isError || change.isError ? words.failed : ''}
          </p>
        </fieldset>
      ) : null}
    </div>
  )
}

'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { draftStorage } from './model/draftStorage'
import { type AssetForm, emptyPublishForm, type PublishForm } from './model/form'

export type UsePublishFormReturnType = {
  form: PublishForm
  /** False until the stored draft has been looked for. */
  ready: boolean
  /** Whether there is something in it worth keeping. */
  touched: boolean
  change(change: Partial<PublishForm> | ((form: PublishForm) => PublishForm)): void
  changeAsset(type: AssetForm['type'], change: Partial<AssetForm>): void
  discard(): void
}

/** The form of the page, saved in this browser with every change. */
export function usePublishForm(): UsePublishFormReturnType {
  const [form, setForm] = useState(emptyPublishForm)
  const [ready, setReady] = useState(false)
  const latest = useRef(form)

  const write = useCallback((next: PublishForm) => {
    latest.current = next
    setForm(next)
    draftStorage.save(next)
  }, [])

  useEffect(() => {
    const stored = draftStorage.load()
    if (stored) {
      latest.current = stored
      setForm(stored)
    }
    setReady(true)
  }, [])

  const change = useCallback<UsePublishFormReturnType['change']>(
    (next) => write(typeof next === 'function' ? next(latest.current) : { ...latest.current, ...next }),
    [write],
  )
  const changeAsset = useCallback<UsePublishFormReturnType['changeAsset']>(
    (type, next) => write({ ...latest.current, [type]: { ...latest.current[type], ...next } }),
    [write],
  )
  const discard = useCallback(() => {
    draftStorage.discard()
    latest.current = { ...emptyPublishForm(), what: latest.current.what }
    setForm(latest.current)
  }, [])
  const touched = [form.dataset, form.algorithm].some(
    ({ name, description, file }) => name || description || file.location,
  )
  return { form, ready, touched, change, changeAsset, discard }
}

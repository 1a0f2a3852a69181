'use client'
import { useMantineColorScheme } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { routes } from '@/lib/routes'

const CommandPalette = dynamic(() => import('./CommandPalette').then((module) => module.CommandPalette), { ssr: false })
const ShortcutList = dynamic(() => import('./ShortcutList').then((module) => module.ShortcutList), { ssr: false })

const places = { h: routes.home, a: routes.assets, p: routes.publish, j: routes.monitor, c: routes.compute } as const

/** Keyboard shortcuts of every page. What they open is loaded when it is asked for. */
export function CommandCentre() {
  const router = useRouter()
  const { toggleColorScheme } = useMantineColorScheme()
  const [shown, setShown] = useState<'palette' | 'help' | undefined>()
  const [used, setUsed] = useState({ palette: false, help: false })
  const show = (what: 'palette' | 'help') => {
    setUsed((before) => ({ ...before, [what]: true }))
    setShown(what)
  }
  useHotkeys([
    ['mod+K', () => show('palette')],
    ['shift+?', () => show('help')],
    ['shift+T', toggleColorScheme],
  ])
  useSequence((key) => {
    const place = places[key as keyof typeof places]
    if (place) router.push(place())
  })
  useEffect(() => {
    const open = () => {
      setUsed((before) => ({ ...before, help: true }))
      setShown('help')
    }
    window.addEventListener('oc:shortcuts', open)
    return () => window.removeEventListener('oc:shortcuts', open)
  }, [])
  const close = () => setShown(undefined)
  return (
    <>
      {used.palette ? (
        <CommandPalette opened={shown === 'palette'} onClose={close} onHelp={() => show('help')} />
      ) : null}
      {used.help ? <ShortcutList opened={shown === 'help'} onClose={close} /> : null}
    </>
  )
}

/** Calls back with the key pressed within a second after `g`, outside of fields. */
function useSequence(onKey: (key: string) => void) {
  const latest = useRef(onKey)
  latest.current = onKey
  useEffect(() => {
    let since = 0
    const listen = (event: KeyboardEvent) => {
      const target = event.target
      const typing =
        target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === 'g') since = event.timeStamp
      else if (since > 0 && event.timeStamp - since < 1_000) {
        since = 0
        latest.current(event.key)
      }
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

'use client'
import { ActionIcon, useMantineColorScheme } from '@mantine/core'
import { Icon } from '@/components/ui/Icon'
import { useMessages } from '@/lib/messages/useMessages'
import classes from './ThemeToggle.module.css'

/** Switches between light and dark. Both icons are in the page; the theme shows one. */
export function ThemeToggle() {
  const { common } = useMessages()
  const { toggleColorScheme } = useMantineColorScheme()
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      className={classes.button}
      aria-label={common.shortcuts.theme}
      title={common.shortcuts.theme}
      onClick={toggleColorScheme}
    >
      <span className={classes.dark}>
        <Icon name="sun" />
      </span>
      <span className={classes.light}>
        <Icon name="moon" />
      </span>
    </ActionIcon>
  )
}

'use client'
import { ActionIcon } from '@mantine/core'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useEffect, useState } from 'react'
import { Icon } from '@/components/ui/Icon'
import { useMessages } from '@/lib/messages/useMessages'
import { routes } from '@/lib/routes'
import classes from './Header.module.css'
import { LanguageSelect } from './LanguageSelect'
import { Logo } from './Logo'
import { ThemeToggle } from './ThemeToggle'
import { WalletButton } from './WalletButton'

/** The header of every page. */
export function Header() {
  const { common } = useMessages()
  const pathname = usePathname()
  const [open, setOpen] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: closes whenever the page changes
  useEffect(() => setOpen(false), [pathname])
  const links = [
    { href: routes.assets(), label: common.navigation.assets, active: pathname.startsWith('/assets') },
    { href: routes.publish(), label: common.navigation.publish, active: pathname === '/publish' },
    { href: routes.compute(), label: common.flow.compute, active: pathname === '/compute' },
    { href: routes.monitor(), label: common.navigation.jobs, active: pathname.startsWith('/monitor') },
  ]
  return (
    <div className={classes.header}>
      <div className={classes.inner}>
        <Link href={routes.home()} className={classes.brand} aria-label={common.navigation.home}>
          <Logo />
          <span className={classes.name}>{common.product}</span>
        </Link>
        <nav
          id="main-navigation"
          aria-label={common.navigation.main}
          className={classes.nav}
          data-open={open || undefined}
        >
          <ul className={classes.links}>
            {links.map(({ href, label, active }) => (
              <li key={href}>
                <Link href={href} className={classes.link} aria-current={active ? 'page' : undefined}>
                  {label}
                </Link>
              </li>
            ))}
          </ul>
          <div className={classes.phoneOnly}>
            <LanguageSelect />
          </div>
        </nav>
        <div className={classes.tools}>
          <div className={classes.wideOnly}>
            <LanguageSelect />
          </div>
          <ThemeToggle />
          <WalletButton />
          <ActionIcon
            className={classes.menu}
            variant="subtle"
            color="gray"
            size="lg"
            aria-expanded={open}
            aria-controls="main-navigation"
            aria-label={open ? common.navigation.closeMenu : common.navigation.menu}
            onClick={() => setOpen(!open)}
          >
            <Icon name={open ? 'cross' : 'menu'} size={20} />
          </ActionIcon>
        </div>
      </div>
    </div>
  )
}

'use client'
import { Button } from '@mantine/core'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { Icon, type IconName } from '@/components/ui/Icon'
import { LinkButton } from '@/components/ui/LinkButton'
import { useLocalAccounts } from '@/hooks/useLocalAccounts'
import { useMessages } from '@/lib/messages/useMessages'
import { routes } from '@/lib/routes'
import classes from './Roles.module.css'

type Role = { id: 'alice' | 'bob'; account: string; icon: IconName; href: Route }

const roles: readonly Role[] = [
  { id: 'alice', account: 'Alice', icon: 'data', href: routes.publish() },
  { id: 'bob', account: 'Bob', icon: 'play', href: routes.assets({ type: 'dataset' }) },
]

/** The two ways in. On the local network each comes with an account. */
export function Roles() {
  const { home } = useMessages()
  return (
    <div className={classes.roles}>
      {roles.map((role) => (
        <RoleCard key={role.id} role={role} words={home.roles[role.id]} />
      ))}
    </div>
  )
}

function RoleCard({
  role,
  words,
}: {
  role: Role
  words: { title: string; body: string; action: string; local: string }
}) {
  const router = useRouter()
  const { accounts, actAs } = useLocalAccounts()
  const account = accounts.find(({ name }) => name === role.account)
  const primary = role.id === 'alice' ? 'filled' : 'default'
  return (
    <div className={classes.role}>
      <h2 className={classes.title}>
        <Icon name={role.icon} size={20} />
        {words.title}
      </h2>
      <p className={classes.body}>{words.body}</p>
      {account ? (
        <Button
          variant={primary}
          onClick={async () => {
            await actAs(account)
            router.push(role.href)
          }}
        >
          {words.local}
        </Button>
      ) : (
        <LinkButton href={role.href} variant={primary}>
          {words.action}
        </LinkButton>
      )}
    </div>
  )
}

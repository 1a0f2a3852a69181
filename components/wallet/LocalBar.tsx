'use client'
import { useAccount } from 'wagmi'
import { CopyButton } from '@/components/ui/CopyButton'
import { useHydrated } from '@/hooks/useHydrated'
import { useLocalAccounts } from '@/hooks/useLocalAccounts'
import { useNetwork } from '@/hooks/useNetwork'
import { useMessages } from '@/lib/messages/useMessages'
import classes from './LocalBar.module.css'
import { LocalBarFaults } from './LocalBarFaults'
import { useTestEther } from './useTestEther'

/** Says that this is a development network, and lets people act as either side. Exists nowhere else. */
export function LocalBar() {
  const { wallet } = useMessages()
  const network = useNetwork()
  const { accounts, actAs } = useLocalAccounts()
  const hydrated = useHydrated()
  const words = wallet.local
  if (!network.isLocal) return null
  return (
    <section className={classes.bar} aria-label={words.badge}>
      <div className={classes.inner}>
        <p className={classes.text}>
          <strong>{words.badge}</strong>
          <span className={classes.note}>{words.note}</span>
        </p>
        <Faucet />
        {network.local?.faultsUrl ? <LocalBarFaults faultsUrl={network.local.faultsUrl} /> : null}
        {accounts.length > 0 ? (
          <div className={classes.people}>
            <span className={classes.note}>{words.actAs}</span>
            {accounts.map((account) => (
              <span key={account.address} className={classes.person} data-active={account.active || undefined}>
                <button
                  type="button"
                  className={classes.button}
                  aria-pressed={account.active}
                  disabled={!hydrated}
                  title={account.address}
                  onClick={() => void actAs(account)}
                >
                  {account.name}
                </button>
                <CopyButton value={account.address} label={`${account.name}: ${account.address}`} />
              </span>
            ))}
          </div>
        ) : null}
      </div>
    </section>
  )
}

function Faucet() {
  const words = useMessages().wallet.local
  const { address } = useAccount()
  const give = useTestEther()
  if (!address) return null
  return (
    <>
      <button type="button" className={classes.faucet} disabled={give.isPending} onClick={() => give.mutate()}>
        {words.faucet}
      </button>
      <span role="status" className={classes.note}>
        {give.isSuccess ? words.faucetDone('10') : give.isError ? words.faucetFailed : ''}
      </span>
    </>
  )
}

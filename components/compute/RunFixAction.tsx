'use client'
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useSwitchChain } from 'wagmi'
import { CopyableText } from '@/components/ui/CopyableText'
import { LinkButton } from '@/components/ui/LinkButton'
import { TestEther } from '@/components/wallet/TestEther'
import { useConnectWallet } from '@/hooks/useConnectWallet'
import { useNetwork } from '@/hooks/useNetwork'
import type { RunCheck, RunFacts } from '@/lib/compute/runCheck'
import { useMessages } from '@/lib/messages/useMessages'
import { routes } from '@/lib/routes'
import classes from './RunChecklist.module.css'

export type FixProps = {
  facts: RunFacts
  /** Looks at everything again. */
  onRetry(): void
  onEnvironment(id: string): void
}

/** What helps against something that is not in place: a button where the page can do it, words where only people can. */
export function RunFixAction({ check, ...props }: { check: RunCheck } & FixProps) {
  const fix = useFix(check, props)
  return fix === null ? null : <div className={classes.fix}>{fix}</div>
}

function useFix(check: RunCheck, { facts, onRetry, onEnvironment }: FixProps): ReactNode {
  const words = useMessages()
  const { fixes } = words.compute.checks
  const { chainId, name, isLocal } = useNetwork()
  const connect = useConnectWallet()
  const { switchChain } = useSwitchChain()
  const { dataset, algorithm, account } = facts
  const subject = check.whose === 'algorithm' ? algorithm : dataset
  const ownAddress = account ? <CopyableText value={account} label={words.acquire.offers.yourAddress} /> : null
  switch (check.fix) {
    case undefined:
      return null
    case 'connect':
      return (
        <Button size="xs" onClick={connect}>
          {fixes.connect}
        </Button>
      )
    case 'switchChain':
      return (
        <Button size="xs" onClick={() => switchChain({ chainId })}>
          {fixes.switchChain(name)}
        </Button>
      )
    case 'getGas':
      if (isLocal) return <TestEther onGiven={onRetry}>{fixes.getGas}</TestEther>
      return (
        <>
          {fixes.getGasElsewhere(check.id === 'gas' ? check.symbol : '')} {ownAddress}
        </>
      )
    case 'allow':
      return (
        <LinkButton size="xs" href={routes.allow({ dataset: dataset.id, algorithm: algorithm.id })}>
          {fixes.allow}
        </LinkButton>
      )
    case 'edit':
      return (
        <LinkButton size="xs" href={routes.asset(subject.id)}>
          {fixes.edit}
        </LinkButton>
      )
    case 'askOwner':
      return (
        <>
          {fixes.askOwner} <CopyableText value={subject.nft.owner} label={words.asset.page.owner} />
        </>
      )
    case 'acquire':
      return (
        <LinkButton size="xs" href={routes.acquire({ dataset: dataset.id, algorithm: algorithm.id })}>
          {fixes.acquire}
        </LinkButton>
      )
    case 'fund': {
      const symbol = 'symbol' in check ? check.symbol : 'price' in check ? (check.price?.symbol ?? '') : ''
      return (
        <>
          {fixes.fund(symbol)} {ownAddress}
        </>
      )
    }
    case 'chooseEnvironment': {
      const { alternative } = check
      if (alternative === undefined)
        return check.id === 'environment' && check.finding === 'full' ? fixes.waitOrOther : fixes.chooseEnvironment
      return (
        <Button size="xs" variant="default" onClick={() => onEnvironment(alternative)}>
          {fixes.takeEnvironment(alternative)}
        </Button>
      )
    }
    case 'chooseOther':
      return fixes.chooseOther
    case 'retry':
      return (
        <Button size="xs" variant="default" onClick={onRetry}>
          {fixes.retry}
        </Button>
      )
  }
}

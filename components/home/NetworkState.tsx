'use client'
import { useQuery } from '@tanstack/react-query'
import { Badge } from '@/components/ui/Badge'
import { KeyValueList } from '@/components/ui/KeyValueList'
import { Section } from '@/components/ui/Section'
import { useNetwork } from '@/hooks/useNetwork'
import { useOceanClient } from '@/hooks/useOceanClient'
import { useMessages } from '@/lib/messages/useMessages'
import {
  chainStateQueryOptions,
  indexStateQueryOptions,
  providerStateQueryOptions,
} from '@/lib/queries/networkStateQueryOptions'
import classes from './NetworkState.module.css'

/** Whether chain, Provider and index answer, and how far the index is. */
export function NetworkState() {
  const { home, common } = useMessages()
  const words = home.state
  const network = useNetwork()
  const client = useOceanClient()
  const chain = useQuery(chainStateQueryOptions(client))
  const provider = useQuery(providerStateQueryOptions(client))
  const index = useQuery(indexStateQueryOptions(client))
  const behind =
    chain.data !== undefined && index.data ? Math.max(0, Number(chain.data) - index.data.lastBlock) : undefined
  const down = chain.isError || provider.isError || index.isError
  const rows = [
    {
      label: words.chain,
      query: chain,
      host: network.rpcUrl,
      fact: chain.data === undefined ? undefined : words.block(common.number(chain.data)),
    },
    {
      label: words.provider,
      query: provider,
      host: network.providerUrl,
      fact: provider.data?.version ? words.version(provider.data.version) : undefined,
    },
    { label: words.index, query: index, host: network.aquariusUrl, fact: behind ? words.behind(behind) : undefined },
  ]
  return (
    <Section title={words.title} lead={network.name}>
      <KeyValueList
        items={rows.map(({ label, query, host, fact }) => ({
          label,
          value: (
            <span className={classes.row}>
              {query.isError ? (
                <Badge tone="danger" icon="cross">
                  {words.down}
                </Badge>
              ) : query.isPending ? (
                <Badge>{words.checking}</Badge>
              ) : (
                <Badge tone="ok" icon="check">
                  {words.up}
                </Badge>
              )}
              <span className={classes.fact}>{query.isError ? new URL(host).host : fact}</span>
            </span>
          ),
        }))}
      />
      {down ? <p className={classes.fix}>{words.fix}</p> : null}
    </Section>
  )
}

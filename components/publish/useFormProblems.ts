'use client'
import { useQuery } from '@tanstack/react-query'
import { isAddress } from 'viem'
import { useNetwork } from '@/hooks/useNetwork'
import { useOceanClient } from '@/hooks/useOceanClient'
import { assetsByIdQueryOptions } from '@/lib/queries/assetsByIdQueryOptions'
import { tokenQueryOptions } from '@/lib/queries/tokenQueryOptions'
import { checkForm, type FormProblems } from './model/checkForm'
import type { AssetForm } from './model/form'
import { isNoToken } from './model/isNoToken'

/** What is wrong with a form, by itself and by what chain and index know of what it names. */
export function useFormProblems(form: AssetForm): { problems: FormProblems; decimals: number | undefined } {
  const client = useOceanClient()
  const { isLocal, contracts } = useNetwork()
  const baseToken = form.pricing.baseToken.trim()
  const priced = form.pricing.type === 'fixed' && isAddress(baseToken, { strict: false })
  const token = useQuery({
    ...tokenQueryOptions(client, priced ? baseToken : contracts.ERC721Factory),
    enabled: priced,
    retry: 1,
  })
  const dids = form.type === 'dataset' ? form.compute.trustedAlgorithms.map((did) => did.trim()).filter(isDid) : []
  const named = useQuery({ ...assetsByIdQueryOptions(client, dids), enabled: dids.length > 0 })
  const unknown = named.data && dids.find((did) => !named.data[did])
  const other = named.data && dids.find((did) => named.data[did]?.metadata.type === 'dataset')
  const found: FormProblems = {
    ...(named.isError ? { trustedAlgorithms: { code: 'indexSilent' } } : {}),
    ...(unknown ? { trustedAlgorithms: { code: 'didUnknown', value: unknown } } : {}),
    ...(other ? { trustedAlgorithms: { code: 'didDataset', value: other } } : {}),
    ...(priced && token.isError ? { baseToken: { code: isNoToken(token.error) ? 'notToken' : 'chainSilent' } } : {}),
  }
  const decimals = priced ? token.data?.decimals : undefined
  return { problems: checkForm(form, { local: isLocal, decimals, found }), decimals }
}

const isDid = (text: string) => /^did:op:[0-9a-f]{64}$/.test(text)

import * as z from 'zod/mini'
import { checkFile, type FileProblems } from '@/components/publish/model/checkFile'
import { checkText } from '@/components/publish/model/checkText'
import { countProblems } from '@/components/publish/model/countProblems'
import type { FileForm } from '@/components/publish/model/form'
import type { Problem } from '@/components/publish/model/problems'
import { toFileObject } from '@/components/publish/model/toFileObject'
import type { AssetChanges, Service } from '@/lib/ocean'

/** What the owner has changed about one service; what is left out stays as it is. */
export const serviceEditSchema = z.object({
  name: z.optional(z.string()),
  timeout: z.optional(z.number()),
  allowRawAlgorithm: z.optional(z.boolean()),
  allowNetworkAccess: z.optional(z.boolean()),
  /** A new file in place of the present one, whose address nobody can read any more. */
  file: z.optional(
    z.object({
      type: z.enum(['url', 'ipfs', 'arweave', 'graphql', 'smartcontract']),
      location: z.string(),
      method: z.enum(['get', 'post']),
      headers: z.array(z.object({ name: z.string(), value: z.string() })),
      query: z.string(),
      abi: z.string(),
    }),
  ),
})

export type ServiceEdit = z.infer<typeof serviceEditSchema>
type ServiceChanges = NonNullable<AssetChanges['services']>[number]

/** What there is to save about a service, or `undefined` when nothing differs from what holds now. */
export function toServiceChanges(
  service: Service,
  { edit = {}, chainId }: { edit: ServiceEdit | undefined; chainId: number },
): ServiceChanges | undefined {
  const { timeout, allowRawAlgorithm: raw, allowNetworkAccess: network } = edit
  const name = edit.name?.trim()
  const file = edit.file && toFileObject(edit.file as FileForm, chainId)
  const compute = {
    ...(raw !== undefined && raw !== service.compute?.allowRawAlgorithm ? { allowRawAlgorithm: raw } : {}),
    ...(network !== undefined && network !== service.compute?.allowNetworkAccess
      ? { allowNetworkAccess: network }
      : {}),
  }
  const changes: ServiceChanges = {
    id: service.id,
    ...(name !== undefined && name !== (service.name ?? '') ? { name } : {}),
    ...(timeout !== undefined && timeout !== service.timeout ? { timeout } : {}),
    ...(Object.keys(compute).length > 0 ? { compute } : {}),
    ...(file ? { files: [file] } : {}),
  }
  return Object.keys(changes).length > 1 ? changes : undefined
}

export type ServiceEditProblems = { name?: Problem; file?: FileProblems }

/** What is wrong with what was typed about a service. */
export function checkServiceEdit({ name, file }: ServiceEdit, { local }: { local: boolean }): ServiceEditProblems {
  const named = name === undefined ? undefined : checkText(name, { most: 100 })
  const faults = file && checkFile(file as FileForm, { open: !local })
  return { ...(named ? { name: named } : {}), ...(faults && countProblems(faults) > 0 ? { file: faults } : {}) }
}

import { queryOptions } from '@tanstack/react-query'
import { type FileObject, getFileInfo, type OceanClient } from '@/lib/ocean'

/** What the Provider finds at an address that is not published yet, with its checksum. */
export function fileInfoQueryOptions(
  client: OceanClient,
  input: { providerUrl?: string | undefined; file: FileObject },
) {
  return queryOptions({
    queryKey: ['ocean', client.network.chainId, 'fileInfo', input] as const,
    queryFn: async ({ queryKey: [, , , { file, providerUrl }], signal }) => {
      const [info] = await getFileInfo(client, { file, providerUrl, checksum: true, signal })
      return info ?? null
    },
    staleTime: 60_000,
    retry: false,
  })
}

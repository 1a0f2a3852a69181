/** A file as the Provider's `fileinfo` describes it. */
export type FileInfo = {
  index: number
  valid: boolean
  contentType?: string
  contentLength?: string | number
  filename?: string
  checksum?: string
}

type Json = Record<string, unknown>
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const objects = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : [])

/**
 * An asset's document as algorithms find it below `/data/ddos`: the present form, plus the `service` array of the
 * third version, which older algorithms read their file list from.
 *
 * @param files - What is known of the files of the service that is used.
 */
export function hybridDdo(ddo: Json, files: readonly FileInfo[]): Json {
  if ('service' in ddo) return ddo
  const metadata = isObject(ddo.metadata) ? ddo.metadata : {}
  const { name, type, author, license, created, algorithm, description, tags, copyrightHolder, links } = metadata
  const main: Json = {
    name,
    type,
    author,
    license,
    dateCreated: created,
    ...(isObject(algorithm) ? { algorithm } : {}),
    files: files.map(({ index, contentType, contentLength, filename, checksum }) => ({
      index,
      contentType: contentType ?? '',
      contentLength: `${contentLength ?? ''}`,
      name: filename ?? `${index}`,
      ...(checksum ? { checksum, checksumType: 'sha256' } : {}),
    })),
  }
  const metadataService: Json = {
    type: 'metadata',
    index: 0,
    serviceEndpoint: '',
    attributes: { main, additionalInformation: { description, tags: tags ?? [], copyrightHolder, links: links ?? [] } },
  }
  const others = objects(ddo.services).map((service, position) => ({
    type: service.type,
    index: position + 1,
    serviceEndpoint: service.serviceEndpoint,
    attributes: {
      main: { name: service.name ?? service.type, creator: author, datePublished: created, timeout: service.timeout },
      ...(isObject(service.compute) ? { additionalInformation: service.compute } : {}),
    },
  }))
  return { ...ddo, service: [metadataService, ...others] }
}

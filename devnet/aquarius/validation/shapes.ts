export type PropertyRule = {
  /** `line` is text without line breaks, `text` may hold them, `any` is not looked into, an object names another shape. */
  type: 'line' | 'text' | 'integer' | 'boolean' | 'any' | { shape: ShapeName }
  min?: number
  max?: number
  minLength?: number
  maxLength?: number
  pattern?: RegExp
}
export type Shape = Readonly<Record<string, PropertyRule>>
export type ShapeName =
  | 'DDOShape'
  | 'MetadataShape'
  | 'AlgorithmShape'
  | 'ConsumerParametersShape'
  | 'ContainerShape'
  | 'ServiceShape'
  | 'ComputeShape'
  | 'TrustedAlgoShape'
  | 'CredentialsShape'
  | 'CredentialsItemShape'
export type Shapes = Readonly<Record<ShapeName, Shape>>

export const schemaVersions = ['4.0.0', '4.1.0', '4.3.0', '4.5.0'] as const
export type SchemaVersion = (typeof schemaVersions)[number]

const one = { min: 1, max: 1 } as const

/** What a DDO of a schema version must look like. A property without `min` is optional; shapes are open. */
export function shapesFor(version: SchemaVersion): Shapes {
  const bounded = version === '4.3.0' || version === '4.5.0'
  const floors = version === '4.5.0'
  const limit = (maxLength: number) => (bounded ? { maxLength } : {})
  const floor = (minLength: number) => (floors ? { minLength } : {})
  const exactly = (length: number) => (bounded ? { minLength: length, maxLength: length } : {})
  const list = bounded ? { max: 64 } : {}
  const line = (maxLength: number) => ({ type: 'line', ...one, ...limit(maxLength) }) as const
  const text = (maxLength: number) => ({ type: 'text', ...one, ...limit(maxLength) }) as const
  const node = (shape: ShapeName) => ({ type: { shape } }) as const
  return {
    DDOShape: {
      id: { type: 'line', ...one, ...exactly(71), pattern: /^did:op:/ },
      version: line(16),
      chainId: { type: 'integer', ...one },
      nftAddress: { type: 'line', ...one, ...exactly(42) },
      metadata: { ...node('MetadataShape'), ...one },
      services: { ...node('ServiceShape'), min: floors ? 0 : 1, ...list },
      credentials: { ...node('CredentialsShape'), ...list },
    },
    MetadataShape: {
      description: { ...text(7000), ...floor(10) },
      name: { ...text(512), ...floor(4) },
      type: text(256),
      author: text(256),
      license: text(256),
      copyrightHolder: { type: 'text', max: 1, ...limit(512) },
      contentLanguage: { type: 'text', max: 1, ...limit(256) },
      links: { type: 'text', ...list, ...limit(512) },
      tags: { type: 'text', ...list, ...limit(256) },
      categories: { type: 'text', ...list, ...limit(256) },
      additionalInformation: { type: 'any' },
      algorithm: { ...node('AlgorithmShape'), max: 1 },
    },
    AlgorithmShape: {
      version: { type: 'line', max: 1, ...limit(256) },
      language: { type: 'line', max: 1, ...limit(256) },
      container: { ...node('ContainerShape'), ...one },
      consumerParameters: { ...node('ConsumerParametersShape'), ...list },
    },
    ConsumerParametersShape: {
      name: line(256),
      type: line(256),
      label: line(256),
      required: { type: 'boolean', ...one },
      description: text(7000),
      default: line(256),
      options: { type: 'line', ...limit(256) },
    },
    ContainerShape: {
      entrypoint: { ...line(256), ...floor(3) },
      image: { ...line(256), ...floor(1) },
      tag: { ...line(256), ...floor(1) },
      checksum: { ...line(512), ...(bounded ? { minLength: 7 } : {}) },
    },
    ServiceShape: {
      id: line(256),
      type: line(256),
      name: { type: 'line', max: 1, ...limit(256), ...floor(4) },
      description: { type: 'text', max: 1, ...limit(7000), ...floor(10) },
      datatokenAddress: { type: 'line', ...one, ...exactly(42) },
      serviceEndpoint: { ...line(2048), ...floor(10) },
      files: line(8192),
      timeout: { type: 'integer', ...one },
      compute: { ...node('ComputeShape'), max: 1 },
      additionalInformation: { type: 'any' },
      consumerParameters: node('ConsumerParametersShape'),
    },
    ComputeShape: {
      allowRawAlgorithm: { type: 'boolean', ...one },
      allowNetworkAccess: { type: 'boolean', ...one },
      publisherTrustedAlgorithmPublishers: { type: 'line', ...limit(256) },
      publisherTrustedAlgorithms: node('TrustedAlgoShape'),
    },
    TrustedAlgoShape: { did: line(256), filesChecksum: line(1024), containerSectionChecksum: line(1024) },
    CredentialsShape: { deny: node('CredentialsItemShape'), allow: node('CredentialsItemShape') },
    CredentialsItemShape: { type: line(256), values: { type: 'line', min: 1, ...limit(1024) } },
  }
}

import { aquariusVersion } from './context'

const json = (description: string) => ({ description, content: { 'application/json': { schema: {} } } })
const path = (name: string, description: string) => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string' },
})
const optional = (name: string, description: string) => ({ name, in: 'query', description, schema: { type: 'string' } })
const body = (description: string, schema: object) => ({
  required: true,
  description,
  content: { 'application/json': { schema: { type: 'object', ...schema } } },
})
const failure = (description: string) => ({
  description,
  content: { 'application/json': { schema: { type: 'object', properties: { error: { type: 'string' } } } } },
})
const did = path('did', 'Decentralised identifier, did:op: and 64 hex digits')
const filters = [
  optional('did', 'Asset'),
  optional('nft', 'Data NFT'),
  optional('txId', 'Transaction'),
  optional('chainId', 'Chain'),
]

/** What this service offers, as OpenAPI 3.1. */
export const openApi = {
  openapi: '3.1.0',
  info: { title: 'Aquarius', version: aquariusVersion, description: 'Metadata cache of an Ocean network.' },
  paths: {
    '/': { get: { summary: 'Name and version', responses: { 200: json('Name and version') } } },
    '/health': {
      get: {
        summary: 'Whether the index can be read',
        responses: { 200: { description: 'Yes' }, 400: { description: 'No' } },
      },
    },
    '/api/aquarius/assets/ddo/{did}': {
      get: {
        summary: 'Enriched DDO of an asset',
        parameters: [did],
        responses: { 200: json('DDO'), 404: failure('Not published') },
      },
    },
    '/api/aquarius/assets/metadata/{did}': {
      get: {
        summary: 'Metadata section of a DDO',
        parameters: [did],
        responses: { 200: json('Metadata'), 404: failure('Not published') },
      },
    },
    '/api/aquarius/assets/names': {
      post: {
        summary: 'Names of several assets',
        requestBody: body('DIDs', {
          required: ['didList'],
          properties: { didList: { type: 'array', items: { type: 'string' } } },
        }),
        responses: { 200: json('Name by DID'), 400: failure('Unusable list') },
      },
    },
    '/api/aquarius/assets/query': {
      post: {
        summary: 'Search in the query language of Elasticsearch',
        requestBody: body('query, from, size, sort, aggs, _source, track_total_hits', {
          properties: { query: { type: 'object' } },
        }),
        responses: { 200: json('Hits'), 400: failure('Clause that is not supported'), 500: failure('Unknown key') },
      },
    },
    '/api/aquarius/assets/ddo/validate': {
      post: {
        summary: 'Check a DDO and sign its hash',
        requestBody: {
          required: true,
          content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
        },
        responses: { 200: json('Signed proof'), 400: json('Faults by field'), 500: failure('Unknown schema version') },
      },
    },
    '/api/aquarius/assets/triggerCaching': {
      post: {
        summary: 'Index the documents of a transaction now',
        requestBody: body('Transaction', {
          required: ['transactionId', 'chain_id'],
          properties: {
            transactionId: { type: 'string' },
            chain_id: { type: 'integer' },
            logIndex: { type: 'integer' },
          },
        }),
        responses: { 200: { description: 'Queued' }, 400: failure('Unusable request') },
      },
    },
    '/api/aquarius/chains/list': {
      get: { summary: 'Chains that are indexed', responses: { 200: json('True by chain id') } },
    },
    '/api/aquarius/chains/status/{chainId}': {
      get: {
        summary: 'How far a chain is indexed',
        parameters: [path('chainId', 'Chain')],
        responses: { 200: json('Newest indexed block'), 404: failure('Not indexed') },
      },
    },
    '/api/aquarius/state/ddo': {
      get: {
        summary: 'What became of a metadata event',
        parameters: filters,
        responses: { 200: json('State'), 400: failure('No filter') },
      },
    },
    '/api/aquarius/state/retryQueue': {
      get: {
        summary: 'Metadata events that wait for another attempt',
        parameters: filters,
        responses: { 200: json('Hits') },
      },
    },
    '/api/aquarius/validation/schema': {
      get: {
        summary: 'Rules for DDOs of a schema version',
        parameters: [optional('version', '4.0.0, 4.1.0, 4.3.0 or 4.5.0')],
        responses: { 200: json('Rules'), 404: json('Unknown version') },
      },
    },
  },
} as const

import type { JsonObject } from './json'
import { softwareVersion } from './routes/root'
import type { Route } from './types'

type Description = { summary: string; fields: readonly string[]; status?: 201; answers?: string; binary?: true }

const proof = ['nonce', 'signature']

const descriptions: Record<string, Description> = {
  nonce: { summary: 'Last nonce of an address, as text', fields: ['userAddress'] },
  encrypt: {
    summary: 'Encrypts the body for this Provider',
    fields: ['chainId'],
    status: 201,
    answers: 'text/plain',
    binary: true,
  },
  decrypt: {
    summary: 'Decrypts a published document for an authorised decrypter',
    fields: [
      ...[
        'decrypterAddress',
        'chainId',
        'dataNftAddress',
        'transactionId?',
        'encryptedDocument?',
        'flags?',
        'documentHash?',
      ],
      ...proof,
    ],
    ...{ status: 201, answers: 'text/plain' },
  },
  fileinfo: {
    summary: 'Size, type and checksum of the files of a service, or of one file',
    fields: [
      ...[
        'did?',
        'serviceId?',
        'type?',
        'url?',
        'method?',
        'headers?',
        'hash?',
        'transactionId?',
        'query?',
        'address?',
        'abi?',
      ],
      ...['checksum?', 'userdata?'],
    ],
  },
  initialize: {
    summary: 'Datatoken and provider fee of a download, or an order that still holds',
    fields: ['documentId', 'serviceId', 'consumerAddress', 'fileIndex?', 'transferTxId?', 'userdata?'],
  },
  initializeCompute: {
    summary: 'Datatokens and provider fees of a job, or orders that still hold',
    fields: ['datasets', 'algorithm', 'compute', 'consumerAddress'],
  },
  download: {
    summary: 'One file of an ordered service',
    fields: ['documentId', 'serviceId', 'transferTxId', 'fileIndex', 'consumerAddress', 'userdata?', ...proof],
    answers: '*/*',
  },
  computeEnvironments: { summary: 'Compute environments by chain', fields: ['chainId?'] },
  computeStart: {
    summary: 'Starts a job',
    fields: ['dataset', 'algorithm', 'additionalDatasets?', 'environment', 'output?', 'consumerAddress', ...proof],
  },
  computeStatus: { summary: 'States of jobs', fields: ['consumerAddress', 'jobId?', 'documentId?'] },
  computeStop: { summary: 'Stops jobs', fields: ['consumerAddress', 'jobId?', 'documentId?', ...proof] },
  computeDelete: {
    summary: 'Answers with an empty text',
    fields: ['consumerAddress', 'jobId?', 'documentId?', ...proof],
  },
  computeResult: {
    summary: 'One result of a job, by its position',
    fields: ['jobId', 'index', 'consumerAddress', ...proof],
    answers: '*/*',
  },
  computeEvents: {
    summary: 'States and log lines of a job as they come, for its owner',
    fields: ['jobId', 'consumerAddress', 'nonce?', 'signature?'],
    answers: 'text/event-stream',
  },
  create_auth_token: { summary: 'A token that stands in for signatures', fields: ['address', 'expiration', ...proof] },
  delete_auth_token: { summary: 'Deactivates a token', fields: ['address', 'token', ...proof] },
  validateContainer: { summary: 'Checks a container section', fields: ['entrypoint', 'image', 'tag', 'checksum'] },
}

/** What the routes offer, as OpenAPI 3.1. */
export function createOpenApi(routes: readonly Route[]): JsonObject {
  const paths: Record<string, JsonObject> = {}
  for (const { name, method, path } of routes) {
    const described = name === undefined ? undefined : descriptions[name]
    if (!name || !described) continue
    paths[path] = { ...paths[path], [method.toLowerCase()]: describe(name, method, described) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Provider',
      version: softwareVersion,
      description: 'Access to data and compute of an Ocean network.',
    },
    paths: {
      '/': {
        get: { summary: 'Addresses, chains and endpoints', responses: { 200: { description: 'Root document' } } },
      },
      ...paths,
    },
  }
}

function describe(
  name: string,
  method: Route['method'],
  { summary, fields, status, answers, binary }: Description,
): JsonObject {
  const named = fields.map((field) => ({ name: field.replace('?', ''), required: !field.endsWith('?') }))
  const inQuery = method === 'GET' || method === 'DELETE' || binary === true
  const schema = {
    type: 'object',
    properties: Object.fromEntries(named.map((field) => [field.name, {}])),
    required: named.filter(({ required }) => required).map((field) => field.name),
  }
  const octets = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
  const failure = { content: { 'application/json': { schema: { type: 'object' } } } }
  return {
    ...{ operationId: name, summary },
    ...(inQuery ? { parameters: named.map((field) => ({ ...field, in: 'query', schema: { type: 'string' } })) } : {}),
    ...(method === 'GET' || method === 'DELETE'
      ? {}
      : { requestBody: { required: true, content: binary ? octets : { 'application/json': { schema } } } }),
    responses: {
      [status ?? 200]: { description: 'Done', content: { [answers ?? 'application/json']: { schema: {} } } },
      400: { description: 'Refused, with the reason', ...failure },
    },
  }
}

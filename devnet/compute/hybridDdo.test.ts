import { expect, test } from 'vitest'
import { hybridDdo } from './hybridDdo'

const ddo = {
  id: 'did:op:abc',
  version: '4.1.0',
  metadata: {
    name: 'Peppers',
    type: 'dataset',
    author: 'Alice',
    license: 'CC0',
    created: '2024-01-01T00:00:00Z',
    description: 'A picture',
  },
  services: [
    { id: '0', type: 'access', serviceEndpoint: 'http://provider', timeout: 3600 },
    { id: '1', type: 'compute', serviceEndpoint: 'http://provider', timeout: 0, compute: { allowRawAlgorithm: false } },
  ],
}
const files = [{ index: 0, valid: true, contentType: 'image/png', contentLength: '163086', filename: 'peppers.png' }]

test('a document keeps every byte of its present form and gains the services of the third version', () => {
  const hybrid = hybridDdo(ddo, files)
  expect(hybrid).toMatchObject(ddo)
  expect(hybrid.service).toMatchObject([
    {
      type: 'metadata',
      index: 0,
      attributes: {
        main: {
          name: 'Peppers',
          type: 'dataset',
          files: [{ index: 0, contentType: 'image/png', contentLength: '163086', name: 'peppers.png' }],
        },
      },
    },
    { type: 'access', index: 1, serviceEndpoint: 'http://provider', attributes: { main: { timeout: 3600 } } },
    { type: 'compute', index: 2, attributes: { additionalInformation: { allowRawAlgorithm: false } } },
  ])
})

test('a document that has such services already is left alone', () => {
  const old = { ...ddo, service: [{ type: 'metadata' }] }
  expect(hybridDdo(old, files)).toBe(old)
})

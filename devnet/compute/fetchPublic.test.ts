import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fetchPublic } from './fetchPublic'

describe('fetching what a stranger names', () => {
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    if (path === '/again') response.writeHead(302, { location: '/code' }).end()
    else if (path === '/loop') response.writeHead(302, { location: '/loop' }).end()
    else if (path === '/file') response.writeHead(302, { location: 'file:///etc/passwd' }).end()
    else if (path === '/code') response.end('print("code")')
    else response.writeHead(404).end()
  })
  let url: string
  const { signal } = new AbortController()
  const open = { allowPrivateAddresses: true, signal }
  const guarded = { allowPrivateAddresses: false, signal }

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => void server.close())

  test('follows redirects, but not for ever and not out of HTTP', async () => {
    expect(await (await fetchPublic(`${url}/again`, open)).text()).toBe('print("code")')
    await expect(fetchPublic(`${url}/loop`, open)).rejects.toThrow(/redirects too often/)
    await expect(fetchPublic(`${url}/file`, open)).rejects.toThrow('file: addresses are not fetched.')
    await expect(fetchPublic(`${url}/nothing`, open)).rejects.toThrow(/answered with status 404/)
    await expect(fetchPublic('not a url', open)).rejects.toThrow(/is not a URL/)
  })

  test('refuses private addresses by number and by name', async () => {
    await expect(fetchPublic(`${url}/code`, guarded)).rejects.toThrow('127.0.0.1 is not a public address.')
    await expect(fetchPublic(url.replace('127.0.0.1', 'localhost'), guarded)).rejects.toThrow(
      'localhost is not a public address.',
    )
    await expect(fetchPublic(url.replace('127.0.0.1', '[::ffff:127.0.0.1]'), guarded)).rejects.toThrow(
      /is not a public address/,
    )
    await expect(fetchPublic(url.replace('127.0.0.1', '2130706433'), guarded)).rejects.toThrow(
      '127.0.0.1 is not a public address.',
    )
  })
})

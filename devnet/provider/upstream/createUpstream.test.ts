import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serve } from '../tests/createWorld'
import { createUpstream } from './createUpstream'
import type { UpstreamResponse } from './types'

const seen: { url: string; headers: Record<string, unknown>; method: string }[] = []
let server: Awaited<ReturnType<typeof serve>>
let other: Awaited<ReturnType<typeof serve>>
let folder: string

beforeAll(async () => {
  other = await serve((request, response) => {
    seen.push({ url: request.url ?? '', headers: request.headers, method: request.method ?? '' })
    response.end('other')
  })
  server = await serve((request, response) => {
    const url = request.url ?? ''
    seen.push({ url, headers: request.headers, method: request.method ?? '' })
    if (url === '/silent') return
    if (url === '/elsewhere') return void response.writeHead(302, { location: `${other.url}/landed` }).end()
    if (url === '/here') return void response.writeHead(302, { location: '/landed' }).end()
    if (url === '/loop') return void response.writeHead(302, { location: '/loop' }).end()
    if (url === '/file-scheme') return void response.writeHead(302, { location: 'file:///etc/passwd' }).end()
    if (url === '/gzip') return void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('unpacked'))
    response.end('hello')
  })
  folder = mkdtempSync(join(tmpdir(), 'mirror-test-'))
  mkdirSync(join(folder, 'files', 'deep'), { recursive: true })
  writeFileSync(join(folder, 'outside.txt'), 'outside')
  writeFileSync(join(folder, 'files', 'data.csv'), 'a,b\n')
  writeFileSync(join(folder, 'files', 'deep', 'x y.py'), 'print()')
  symlinkSync(join(folder, 'outside.txt'), join(folder, 'files', 'link.txt'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await Promise.all([server.close(), other.close()])
})

const open = createUpstream({ allowPrivateAddresses: true, mirrors: [], timeoutMs: 2_000 })
const guarded = createUpstream({ allowPrivateAddresses: false, mirrors: [], timeoutMs: 2_000 })

async function text({ body }: UpstreamResponse): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of body) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

describe('where private addresses are not allowed', () => {
  test.each(['127.0.0.1', 'localhost', '[::1]', '2130706433', '0x7f.1', '0'])('%s is not contacted', async (host) => {
    const count = seen.length
    const { port } = new URL(server.url)
    await expect(guarded.open({ url: `http://${host}:${port}/`, method: 'get' })).rejects.toThrow()
    expect(seen).toHaveLength(count)
  })
})

test('only http and https are spoken, also after a redirect', async () => {
  for (const url of ['file:///etc/passwd', 'ftp://127.0.0.1/', 'nonsense', `${server.url}/file-scheme`]) {
    await expect(open.open({ url, method: 'get' })).rejects.toThrow('Only http and https')
  }
})

test('a redirect within an origin keeps the headers, one to another loses them', async () => {
  const headers = { 'x-api-key': 'secret', range: 'bytes=0-1' }
  const here = await open.open({ url: `${server.url}/here`, method: 'get', headers })
  expect(await text(here)).toBe('hello')
  expect(here.url).toBe(`${server.url}/landed`)
  expect(seen.at(-1)?.headers).toMatchObject(headers)
  const elsewhere = await open.open({ url: `${server.url}/elsewhere`, method: 'get', headers })
  expect(await text(elsewhere)).toBe('other')
  expect(seen.at(-1)?.headers).not.toHaveProperty('x-api-key')
  expect(seen.at(-1)?.headers).toHaveProperty('range', 'bytes=0-1')
})

test('a circle of redirects ends', async () => {
  await expect(open.open({ url: `${server.url}/loop`, method: 'get' })).rejects.toThrow('too many redirects')
})

test('a server that says nothing is given up', async () => {
  const impatient = createUpstream({ allowPrivateAddresses: true, mirrors: [], timeoutMs: 100 })
  await expect(impatient.open({ url: `${server.url}/silent`, method: 'get' })).rejects.toThrow('in time')
})

test('compressed transport is undone', async () => {
  expect(await text(await open.open({ url: `${server.url}/gzip`, method: 'get' }))).toBe('unpacked')
})

test('no more requests run at once than there are slots; who waits too long is refused', async () => {
  const narrow = createUpstream({ allowPrivateAddresses: true, mirrors: [], timeoutMs: 100, concurrency: 1 })
  const first = await narrow.open({ url: server.url, method: 'get' })
  await expect(narrow.open({ url: server.url, method: 'get' })).rejects.toThrow('Too many files')
  first.body.destroy()
  expect(await text(await narrow.open({ url: server.url, method: 'get' }))).toBe('hello')
})

describe('a mirror', () => {
  const prefix = 'https://files.example/base/'
  const mirrored = () =>
    createUpstream({
      allowPrivateAddresses: false,
      mirrors: [{ prefix, folder: join(folder, 'files') }],
      timeoutMs: 2_000,
    })
  const get = (path: string, headers?: Record<string, string>) =>
    mirrored().open({ url: `${prefix}${path}`, method: 'get', ...(headers ? { headers } : {}) })

  test('answers from its folder as the server would', async () => {
    const answer = await get('data.csv?raw=1')
    expect([
      answer.status,
      answer.headers.get('content-length'),
      answer.headers.get('content-type'),
      answer.url,
    ]).toEqual([...[200, '4', 'text/csv', `${prefix}data.csv?raw=1`]])
    expect(await text(answer)).toBe('a,b\n')
    expect(await text(await get('deep/x%20y.py'))).toBe('print()')
    const part = await get('data.csv', { range: 'bytes=2-' })
    expect([part.status, await text(part), part.headers.get('content-range')]).toEqual([206, 'b\n', 'bytes 2-3/4'])
  })

  test.each([
    'gone.txt',
    '../outside.txt',
    '%2e%2e/outside.txt',
    'deep/../../outside.txt',
    'link.txt',
    'deep',
    '',
    '%zz',
    '%00',
  ])('does not have "%s"', async (path) => {
    const answer = await get(path)
    answer.body.destroy()
    expect(answer.status).toBe(404)
  })
})

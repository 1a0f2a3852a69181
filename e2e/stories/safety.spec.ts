import { type BrowserContext, expect, type Page } from '@playwright/test'
import { createPerson } from '../fixtures/actors'
import { publishesFree } from '../fixtures/freeOffer'
import { test } from '../fixtures/test'

const token = /eyJ[\w-]+\.[\w-]+\.[\w-]+/
const pages = ['/', '/assets', '/publish', '/allow', '/acquire', '/compute', '/monitor', '/nowhere'] as const

test('a whole visit speaks to the app and the configured services only, breaks no policy and tells no secret', async ({
  browser,
  devnet,
  app,
}) => {
  const own = [app.url, devnet.chain.rpcUrl, devnet.provider.url, devnet.aquarius.url].map((url) => new URL(url).origin)
  const alice = await createPerson(browser, { name: 'Alice', devnet, url: app.url })
  const seenByAlice = await listens(alice.context, alice.page)
  const offer = await publishesFree(alice)
  const bob = await createPerson(browser, { name: 'Bob', devnet, url: app.url })
  const { page } = bob
  const seenByBob = await listens(bob.context, page)
  const choice = `dataset=${offer.dataset}&algorithm=${offer.algorithm}`

  await test.step('Alice visits what is hers', async () => {
    await alice.page.goto(`/assets/${offer.dataset}`)
    await expect(alice.page.getByRole('heading', { name: 'Yours to change' })).toBeVisible()
    await alice.page.goto(`/allow?${choice}`)
    await expect(alice.page.getByText('Gaussian process regression').first()).toBeVisible()
    await alice.page.goto(`/acquire?${choice}`)
    await expect(alice.page.getByRole('button', { name: 'Issue tokens of 2 assets' })).toBeVisible()
  })
  await test.step('Bob runs a job and sees its result', async () => {
    await page.goto(`/compute?${choice}`)
    await expect(page.getByText('Yes. Everything a job depends on is in place.')).toBeVisible()
    await page.getByRole('button', { name: 'Start the job' }).click()
    await expect(page).toHaveURL(/\/monitor\/[0-9a-f]{32}/)
    await expect(page.getByRole('img', { name: 'Data + model' })).toBeVisible({ timeout: 90_000 })
  })
  await test.step('Bob looks at every page, in both themes', async () => {
    for (const path of [...pages, `/assets/${offer.dataset}`, `/assets/${offer.algorithm}`]) {
      await page.goto(path)
      await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible()
      await page.getByRole('button', { name: 'Switch theme' }).click()
    }
  })

  for (const [name, seen] of Object.entries({ Alice: seenByAlice, Bob: seenByBob })) {
    await test.step(`${name}’s browser asked nobody else`, () => {
      const strangers = seen.urls.filter((url) => /^(https?|wss?):/.test(url) && !own.includes(new URL(url).origin))
      expect(strangers).toEqual([])
      for (const origin of own) expect(seen.urls.some((url) => url.startsWith(origin))).toBe(true)
    })
    await test.step(`nothing on ${name}’s pages broke the policy`, () => {
      expect(seen.violations).toEqual([])
    })
    await test.step(`no address ${name}’s browser asked for, or stood at, holds a secret`, () => {
      const keys = Object.values(devnet.actors).map(({ privateKey }) => privateKey.slice(2))
      expect(seen.urls.filter((url) => token.test(url) || keys.some((key) => url.includes(key)))).toEqual([])
      const signed = seen.urls.filter((url) => /[?&]signature=/i.test(url))
      // The protocol has it so: this signature opens the session, and its nonce is used up with it.
      expect(signed.filter((url) => !new URL(url).pathname.endsWith('/createAuthToken'))).toEqual([])
      expect(signed.filter((url) => url.startsWith(app.url))).toEqual([])
    })
  }
  await test.step('Bob really had a session to keep secret', async () => {
    await page.goto('/monitor')
    const stored = await page.evaluate(() => JSON.stringify(sessionStorage))
    expect(stored).toMatch(token)
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toMatch(token)
  })
  await test.step('the page says until when he is signed in, and he ends it with one signature', async () => {
    const sessions = page.getByRole('list', { name: 'Open sessions' })
    await expect(sessions.getByText(/Signed in at 127\.0\.0\.1:\d+ until/)).toBeVisible()
    const before = bob.wallet.prompts.length
    await sessions.getByRole('button', { name: 'End the session' }).click()
    await expect(sessions).toHaveCount(0)
    expect(bob.wallet.prompts).toHaveLength(before + 1)
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toMatch(token)
  })
  await alice.context.close()
  await bob.context.close()
})

test('every page comes with the headers that keep it safe, and a nonce of its own', async ({ request }) => {
  const nonces = new Set<string>()
  for (const path of pages) {
    await test.step(path, async () => {
      const headers = (await request.get(path)).headers()
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
      })
      expect(headers['permissions-policy']).toContain('camera=()')
      expect(headers['x-powered-by']).toBeUndefined()
      const policy = readPolicy(headers['content-security-policy'])
      const scripts = policy.get('script-src') ?? []
      expect(scripts).not.toContain("'unsafe-eval'")
      expect(scripts).not.toContain("'unsafe-inline'")
      expect(policy.get('style-src')).not.toContain("'unsafe-inline'")
      expect(policy.get('default-src')).toEqual(["'self'"])
      for (const closed of ['object-src', 'frame-ancestors', 'base-uri', 'frame-src'])
        expect(policy.get(closed)).toEqual(["'none'"])
      nonces.add(scripts.find((source) => source.startsWith("'nonce-")) ?? '')
    })
  }
  expect(nonces).not.toContain('')
  expect(nonces.size).toBe(pages.length)
})

/** Everything a browser asks for, stands at, or is kept from by its policy, from now on. */
async function listens(context: BrowserContext, page: Page): Promise<{ urls: string[]; violations: string[] }> {
  const urls: string[] = []
  const violations: string[] = []
  context.on('request', (request) => urls.push(request.url()))
  page.on('framenavigated', (frame) => urls.push(frame.url()))
  page.on('websocket', (socket) => urls.push(socket.url()))
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted Type/i.test(message.text())) violations.push(message.text())
  })
  await context.exposeFunction('__violated', (text: string) => violations.push(text))
  await context.addInitScript(() => {
    const { __violated } = window as unknown as { __violated(text: string): void }
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, documentURI }) =>
      __violated(`${documentURI}: ${violatedDirective} ${blockedURI} ${sourceFile}`),
    )
  })
  return { urls, violations }
}

function readPolicy(text = ''): Map<string, string[]> {
  return new Map(
    text.split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(/\s+/)
      return [name, sources]
    }),
  )
}

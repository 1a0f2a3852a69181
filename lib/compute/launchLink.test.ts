import { describe, expect, it } from 'vitest'
import { formatLaunchLink, type LaunchLink } from './formatLaunchLink'
import { parseLaunchLink } from './parseLaunchLink'

const dataset = `did:op:${'d'.repeat(64)}`
const algorithm = `did:op:${'a'.repeat(64)}`
const read = (address: string) => parseLaunchLink(new URL(address, 'http://x').searchParams)

describe('a link to a job that is not started yet', () => {
  it('comes back as it went in, parameters as text', () => {
    const link: LaunchLink = {
      ...{ dataset, algorithm, environment: 'ocean-compute', duration: 3600 },
      userdata: { rows: 10, note: 'a&b=c #1 ü' },
      algocustomdata: { degree: 2.5, strict: true },
    }
    expect(read(formatLaunchLink(link))).toEqual({
      ...link,
      userdata: { rows: '10', note: 'a&b=c #1 ü' },
      algocustomdata: { degree: '2.5', strict: 'true' },
    })
  })

  it('is the plain address of the compute page when nothing else is chosen', () => {
    expect(formatLaunchLink({ dataset })).toBe(`/compute?dataset=${dataset}`)
    expect(formatLaunchLink({ environment: 'e' })).toBe('/compute?environment=e')
  })

  it('carries no secrets in either direction', () => {
    const address = formatLaunchLink({ dataset, algocustomdata: { apiKey: 'k', password: 'p', degree: 1 } })
    expect(address).toBe(`/compute?dataset=${dataset}&code.degree=1`)
    expect(read('/compute?code.secret=x&code.degree=1').algocustomdata).toEqual({ degree: '1' })
  })

  it('stays short enough to be passed on', () => {
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`p${index}`, 'x'.repeat(400)]))
    expect(formatLaunchLink({ dataset, userdata: many }).length).toBeLessThanOrEqual(4_000)
    expect(formatLaunchLink({ dataset, userdata: { long: 'x'.repeat(501) } })).not.toContain('long')
  })

  it('drops what makes no sense', () => {
    expect(
      read(`/compute?dataset=x&environment=${'e'.repeat(201)}&valid=-1&data.=y&data.a=${'x'.repeat(501)}`),
    ).toEqual({
      ...{ dataset: undefined, algorithm: undefined, environment: undefined, duration: undefined },
      ...{ userdata: undefined, algocustomdata: undefined },
    })
  })
})

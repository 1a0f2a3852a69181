import type { ConformanceWorld } from './createConformanceWorld'

export type ConformanceAssets = Awaited<ReturnType<typeof publishAssets>>

/** The assets and orders that the cases speak of. */
export async function publishAssets(world: ConformanceWorld) {
  const { algorithm, dataset, computeService, people, trust, indexed, setState, orderAccess, orderJob, url } = world
  const lists = (kind: 'allow' | 'deny', address: string) => ({ [kind]: [{ type: 'address', values: [address] }] })
  const trusted = await algorithm('algorithm one', 'list.py')
  const untrusted = await algorithm('algorithm two', 'other.py')
  const slow = await algorithm('slow algorithm', 'slow.py')
  const denyingAlgorithm = await algorithm('denying algorithm', 'list.py', {
    credentials: lists('deny', people.consumer.address),
  })
  const trustedEntry = await trust(trusted)
  const slowEntry = await trust(slow)
  const only = (entry: object) => computeService({ publisherTrustedAlgorithms: [entry] })
  const data = await dataset('dataset one', [
    {},
    computeService({ publisherTrustedAlgorithms: [trustedEntry, slowEntry] }),
  ])
  const raw = await dataset('dataset for raw code', [{}, computeService({ allowRawAlgorithm: true })])
  const ofPublisher = (address: string) => computeService({ publisherTrustedAlgorithmPublishers: [address] })
  const trustsPublisher = await dataset('trusts the publisher', [{}, ofPublisher(people.publisher.address)])
  const trustsOther = await dataset('trusts another publisher', [{}, ofPublisher(people.other.address)])
  const wrongFile = await dataset('wrong file checksum', [{}, only({ ...trustedEntry, filesChecksum: '0'.repeat(64) })])
  const wrongContainer = await dataset('wrong container checksum', [
    {},
    only({ ...trustedEntry, containerSectionChecksum: '0'.repeat(64) }),
  ])
  const denying = await dataset('denies the consumer', [{}, computeService({})], {
    credentials: lists('deny', people.consumer.address),
  })
  const allowing = await dataset('allows the publisher alone', [{}, computeService({})], {
    credentials: lists('allow', people.publisher.address),
  })
  const dead = await dataset('dead link', [{}], { files: [url('gone')] })
  const several = await dataset('three files', [{}], { files: [url('zero.txt'), url('one.txt'), url('two.txt')] })
  const brief = await dataset('two seconds', [{ timeout: 2 }])
  const unlisted = await dataset('unlisted', [{}])
  const revoked = await dataset('revoked', [{}])
  const ended = await dataset('end of life', [{}])
  for (const asset of [raw, trustsPublisher, trustsOther, wrongFile, wrongContainer, denying, allowing])
    await indexed(asset)
  for (const asset of [data, dead, several, brief, unlisted, revoked, ended, untrusted, denyingAlgorithm])
    await indexed(asset)
  for (const [asset, state] of [
    [unlisted, 5],
    [revoked, 3],
    [ended, 1],
  ] as const) {
    await setState(asset, state)
    await indexed(asset, ({ nft }) => nft.state === state)
  }
  const assets = { trusted, untrusted, slow, denyingAlgorithm, data, raw, trustsPublisher, trustsOther, wrongFile }
  return {
    ...{ ...assets, wrongContainer, denying, allowing, dead, several, brief, unlisted, revoked, ended },
    access: {
      brief: await orderAccess(brief),
      data: await orderAccess(data),
      several: await orderAccess(several),
      others: await orderAccess(data, 'other'),
    },
    jobs: {
      first: await orderJob(data, trusted),
      raw: await orderJob(raw, undefined),
      stop: await orderJob(data, slow),
      token: await orderJob(data, trusted),
      others: await orderJob(data, trusted, { as: 'other' }),
      result: await orderJob(data, trusted),
      spare: await orderJob(data, trusted),
    },
  }
}

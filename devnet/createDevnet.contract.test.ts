import { keccak256, stringToBytes } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { expect, test } from 'vitest'
import { publishAsset } from '@/lib/ocean'
import { type Actor, createDevnet } from './createDevnet'
import { createActor } from './seed/createActor'
import { serveSamples } from './seed/serveSamples'
import { braninDataset } from './seed/tutorial'

const tutorial = 'https://raw.githubusercontent.com/oceanprotocol/c2d-examples/main/branin_and_gpr'

test('a network for a server fetches no private file, and lets nobody decrypt but its index and whom it was told', async () => {
  const carol = '0xA32C84D2B44C041F3a56afC07a33f8AC5BF1A071'
  await using devnet = await createDevnet({ allowPrivateAddresses: false, authorizedDecrypters: [carol] })
  expect(devnet.actors.carol.address).toBe(carol)
  const post = async (path: string, body: unknown) => {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(`${devnet.provider.url}/api/services/${path}`, {
      ...{ method: 'POST', headers, body: JSON.stringify(body) },
    })
    return { status: response.status, text: await response.text() }
  }

  const samples = await serveSamples()
  const validity = async (url: string) => JSON.parse((await post('fileinfo', { type: 'url', url })).text)[0].valid
  expect(await validity(`${samples.url}/branin.arff`)).toBe(false)
  expect(await validity(`${tutorial}/branin.arff`)).toBe(true)
  await samples.close()

  const flow = publishAsset(createActor(devnet, devnet.actors.alice), { draft: braninDataset(tutorial) })
  let event = await flow.next()
  while (!event.done) event = await flow.next()
  const { nft, transaction } = await readPublished(devnet.aquarius.url, event.value.did)

  const decrypt = async ({ address, privateKey }: Actor) => {
    const raw = keccak256(stringToBytes(`${transaction}${address}89962`))
    const signature = await privateKeyToAccount(privateKey).signMessage({ message: { raw } })
    return post('decrypt', {
      ...{ decrypterAddress: address, chainId: 8996, transactionId: transaction, dataNftAddress: nft },
      ...{ nonce: 2, signature },
    })
  }
  expect(await decrypt(devnet.actors.bob)).toEqual({ status: 403, text: '{"error":"Decrypter not authorized"}\n' })
  const { status, text } = await decrypt(devnet.actors.carol)
  expect({ status, id: JSON.parse(text).id }).toEqual({ status: 201, id: event.value.did })
})

async function readPublished(aquariusUrl: string, did: string): Promise<{ nft: string; transaction: string }> {
  const ddo = await (await fetch(`${aquariusUrl}/api/aquarius/assets/ddo/${did}`)).json()
  return { nft: ddo.nft.address, transaction: ddo.event.tx }
}

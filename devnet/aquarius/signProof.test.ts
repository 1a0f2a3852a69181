import { stringToBytes } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { expect, it } from 'vitest'
import { signProof } from './signProof'

it('signs the hash of the bytes as Aquarius does, r and s in lists of one', async () => {
  const proof = await signProof(privateKeyToAccount(`0x${'01'.repeat(32)}`), stringToBytes('{"a":1}'))
  expect(proof).toEqual({
    hash: '0x015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862',
    publicKey: '0x1a642f0E3c3aF545E7AcBD38b07251B3990914F1',
    r: ['0x3c8b2b634d64c92b8529751098e8a89040d4e3dd8b5e1a0e18a70ef90266eb4c'],
    s: ['0x45f550204a9782b04c5ffdeb5c275a79ab4bf07026d82e45d4ab9ab0be0398a6'],
    v: 28,
  })
})

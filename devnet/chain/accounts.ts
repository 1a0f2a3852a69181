import { pbkdf2Sync } from 'node:crypto'
import { type Hex, toHex } from 'viem'
import { HDKey, hdKeyToAccount } from 'viem/accounts'

/** The phrase every Ocean developer's local network has used for years: public, worthless, and what tutorials expect. */
export const developmentMnemonic = 'taxi music thumb unique chat sand crew more leg another off lamp'
export const accountCount = 20

export type DevelopmentAccount = { address: Hex; privateKey: Hex }

/** Derives the first `count` accounts of a mnemonic. One key stretching for all of them: it is the slow part. */
export function deriveAccounts(
  mnemonic: string = developmentMnemonic,
  count: number = accountCount,
): DevelopmentAccount[] {
  const root = HDKey.fromMasterSeed(pbkdf2Sync(mnemonic.normalize('NFKD'), 'mnemonic', 2048, 64, 'sha512'))
  return Array.from({ length: count }, (_, addressIndex) => {
    const account = hdKeyToAccount(root, { addressIndex })
    const { privateKey } = account.getHdKey()
    if (!privateKey) throw new Error('The mnemonic yields no private keys.')
    return { address: account.address, privateKey: toHex(privateKey) }
  })
}

/** Which account of the mnemonic plays which part. The numbers are those of barge and of the tutorials' test keys. */
export const roles = { deployer: 0, alice: 3, bob: 7, carol: 5, provider: 8, aquarius: 15, compute: 16 } as const

export type Role = keyof typeof roles

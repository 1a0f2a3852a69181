import { type Address, concatHex, getContractAddress, type Hex } from 'viem'

/** Where the CREATE2 deployer lives on every chain that has it. */
export const create2Deployer: Address = '0x4e59b44847b379578588920cA78FbF26c0B4956C'
/** Where Multicall3 lives on every chain that has it. */
export const multicall3: Address = '0xcA11bde05977b3631167028862bE2a173976CA11'

/** Addresses of the NFT and the access token which the factory makes next, given its nonce. */
export function predictAsset(factory: Address, nonce: number): { dataNft: Address; datatoken: Address } {
  return {
    dataNft: getContractAddress({ from: factory, nonce: BigInt(nonce) }),
    datatoken: getContractAddress({ from: factory, nonce: BigInt(nonce) + 1n }),
  }
}

/**
 * Call data for the CREATE2 deployer that fails when `address` has code already: then somebody has published first, and the
 * prediction is no longer true.
 */
export function buildVacancyCheck(address: Address, salt: Hex): Hex {
  return concatHex([salt, '0x73', address, '0x3b15601f5760006000fd5b00'])
}

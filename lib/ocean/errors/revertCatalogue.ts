/** What a revert text amounts to. The UI has the words. */
export type RevertKind =
  | 'datatokenMissing'
  | 'quoteInvalid'
  | 'allowanceMissing'
  | 'balanceTooLow'
  | 'tokenTakesFee'
  | 'batchTooLarge'
  | 'dispenserInactive'
  | 'dispenserLimit'
  | 'alreadyHolding'
  | 'dispenserEmpty'
  | 'onlyTogether'
  | 'zeroAmount'
  | 'dispenserExists'
  | 'notPriceOwner'
  | 'wrongContract'
  | 'exchangeMissing'
  | 'priceRose'
  | 'soldOut'
  | 'feeOutOfRange'
  | 'priceInvalid'
  | 'exchangeExists'
  | 'foreignExchange'
  | 'notMetadataUpdater'
  | 'notOwner'
  | 'notDeployer'
  | 'notMinter'
  | 'capReached'
  | 'alreadyMinter'
  | 'notTransferable'
  | 'cannotHoldNft'
  | 'proofInvalid'
  | 'templateUnavailable'
  | 'publishIncomplete'
  | 'permitInvalid'
  | 'batchFailed'
  | 'administration'
  | 'unknown'

/** Text a contract reverts with, lower-cased, and what it means; the first entry contained in the text wins. */
export const revertCatalogue: readonly (readonly [text: string, kind: RevertKind])[] = [
  ['Not enough datatokens to start Order', 'datatokenMissing'],
  ['Not enough DT', 'datatokenMissing'],
  ['Invalid provider fee', 'quoteInvalid'],
  ['insufficient allowance', 'allowanceMissing'],
  ['transfer amount exceeds allowance', 'allowanceMissing'],
  ['transfer amount exceeds balance', 'balanceTooLow'],
  ['Transfer amount is too low', 'tokenTakesFee'],
  ['Too Many Orders', 'batchTooLarge'],
  ['Too Many Operations', 'batchTooLarge'],
  ['Dispenser not active', 'dispenserInactive'],
  ['Amount too high', 'dispenserLimit'],
  ['Caller balance too high', 'alreadyHolding'],
  ['Not enough reserves', 'dispenserEmpty'],
  ['not allowed to request DT', 'onlyTogether'],
  ['not allowed to swap', 'onlyTogether'],
  ['Invalid zero amount', 'zeroAmount'],
  ['zero datatoken amount', 'zeroAmount'],
  ['Datatoken already created', 'dispenserExists'],
  ['invalid exchange owner', 'notPriceOwner'],
  ['Invalid owner', 'notPriceOwner'],
  ['only router', 'wrongContract'],
  ['Invalid DispenserContract', 'wrongContract'],
  ['Invalid FixedPriceContract', 'wrongContract'],
  ['Exchange does not exist', 'exchangeMissing'],
  ['Too many base tokens', 'priceRose'],
  ['No available datatokens', 'soldOut'],
  ['SwapFee too low', 'feeOutOfRange'],
  ['SwapFee too high', 'feeOutOfRange'],
  ['Invalid exchange rate value', 'priceInvalid'],
  ['Invalid baseToken', 'priceInvalid'],
  ['Exchange already exists', 'exchangeExists'],
  ['This FixedRate is not providing this DT', 'foreignExchange'],
  ['NOT METADATA_ROLE', 'notMetadataUpdater'],
  ['not NFTOwner', 'notOwner'],
  ['NOT MANAGER', 'notOwner'],
  ['NOT ERC20DEPLOYER_ROLE', 'notDeployer'],
  ['NOT DEPLOYER', 'notDeployer'],
  ['NOT MINTER', 'notMinter'],
  ['cap exceeded', 'capReached'],
  ['ALREADY A MINTER', 'alreadyMinter'],
  ['Is non transferable', 'notTransferable'],
  ['transfer caller is not owner nor approved', 'notTransferable'],
  ['non ERC721Receiver', 'cannotHoldNft'],
  ['Invalid proof signer', 'proofInvalid'],
  ['Too Many Proofs', 'proofInvalid'],
  ['Template index doesnt exist', 'templateUnavailable'],
  ['Template disabled', 'templateUnavailable'],
  ['zero cap is not allowed', 'publishIncomplete'],
  ['accessListFactory', 'publishIncomplete'],
  ['out of bounds', 'publishIncomplete'],
  ['ONLY ERC721 INSTANCE', 'wrongContract'],
  ['already initialized', 'wrongContract'],
  ['ERC20DT: EXPIRED', 'permitInvalid'],
  ['INVALID_SIGNATURE', 'permitInvalid'],
  ['expired deadline', 'permitInvalid'],
  ['ECDSA: invalid signature', 'permitInvalid'],
  ['Multicall3: call failed', 'batchFailed'],
  ['OceanRouter: NOT OWNER', 'administration'],
  ['Ownable: caller is not the owner', 'administration'],
  ['FACTORY ALREADY SET', 'administration'],
]

/** What an error means in people's words. Keys are causes, not texts of services. */
export const errors = {
  spent: {
    no: 'No money was spent.',
    maybe: 'A transaction may have been sent. Continue to find out: nothing is sent twice.',
    yes: 'The transaction was mined and its gas was spent.',
    earlier: 'Nothing was paid for this step. What was done before stays good and is not paid again.',
  },
  unknown: {
    title: 'Something went wrong',
    detail: 'The original message is under Details. Try again, or reload the page: nothing is sent twice.',
  },
  network: {
    title: 'A service could not be reached',
    detail: (host: string) => `${host} did not answer. Check that it runs and that you are online, then try again.`,
    someService: 'The service',
  },
  timeout: {
    title: 'A service took too long to answer',
    detail: 'It may be busy. Try again in a moment.',
  },
  rpc: {
    title: 'The chain could not be reached',
    detail: 'The network’s RPC service did not answer. Try again in a moment.',
  },
  rejected: {
    title: 'You declined the request in your wallet',
    detail: 'Nothing was sent for this step. Continue when you are ready.',
  },
  pendingRequest: {
    title: 'Your wallet already has an open question',
    detail: 'Open your wallet, answer the waiting request, then try again.',
  },
  walletRequired: { title: 'No wallet is connected', detail: 'Connect a wallet and try again.' },
  wrongChain: {
    title: 'Your wallet is on another network',
    detail: 'Switch the network in your wallet, then continue.',
  },
  accountChanged: {
    title: 'Another account is selected in your wallet',
    detail: 'This was started with a different account. Switch back to go on.',
  },
  insufficientGas: {
    title: 'Not enough money for gas',
    detail: 'The account cannot pay the network’s fee for this transaction. Add funds and try again.',
  },
  insufficientTokens: {
    title: 'Not enough tokens',
    detail: 'The account does not hold enough of the token this step takes. Acquire more and continue.',
  },
  insufficientAllowance: {
    title: 'The contract may not take the tokens yet',
    detail: 'The allowance is missing or too small. Continue to approve it again.',
  },
  reverted: {
    title: 'The chain refused the transaction',
    detail: 'A contract said no. The reason is under Details.',
  },
  replaced: {
    title: 'The transaction was cancelled or replaced in the wallet',
    detail: 'Another transaction took its place, so this step has not happened. Continue to send it again.',
  },
  dropped: {
    title: 'The network has dropped the transaction',
    detail: 'It was never mined and cost nothing. Continue to send it again, perhaps with a higher fee.',
  },
  sendFailed: {
    title: 'The wallet could not hand the transaction over',
    detail:
      'Its connection to the chain failed. Continue: the chain is asked first whether the transaction went out, and it is not sent twice.',
  },
  walletLocked: {
    title: 'Your wallet is locked',
    detail: 'Unlock it, then continue. Nothing was sent for this step.',
  },
  eventMissing: {
    title: 'The transaction did not do what it should',
    detail: 'It was mined, but the expected event is missing. Check the addresses before you continue.',
  },
  providerRefused: {
    title: 'The Provider refused the request',
    detail: (reason: string) => `It said: ${reason} Check what you entered; if that is right, tell whoever runs it.`,
  },
  badRequest: {
    title: 'A service did not accept what was sent',
    detail: (reason: string) => `It said: ${reason} Check what you entered; if that is right, tell whoever runs it.`,
  },
  unexpected: {
    title: 'A service answered in a way this app does not understand',
    detail: (host: string) =>
      `${host} may run another version, or something stands between it and you. Try again; if it stays, tell whoever runs it. Its answer is under Details.`,
  },
  helperRights: {
    title: 'The asset is published, but not yours alone',
    detail:
      'A helper contract kept rights on it. Do not use or sell it; forget this run and publish again in two transactions.',
  },
  assetMismatch: {
    title: 'The index describes another asset',
    detail:
      'What it says does not fit the chain, so your wallet was not asked. Leave this entry alone, and tell whoever runs the index.',
  },
  notIndexed: {
    title: 'The index does not show the asset yet',
    detail: 'It is on the chain and safe. The index is late: continue to wait for it. Do not publish again.',
  },
  invalidAsset: {
    title: 'The description is not valid',
    detail: (reason: string) => `The index would refuse it: ${reason}`,
  },
  assetNotFound: {
    title: 'No such asset',
    detail: 'Neither the index nor this app knows it. Check the identifier and the network.',
  },
  notOwner: {
    title: 'This account may not do that',
    detail: 'Only the owner, or somebody the owner has given the role, may. Switch to that account.',
  },
  fileUnreachable: {
    title: 'The Provider cannot reach the file',
    detail: 'Check the address, and that it is reachable from the Provider, not just from your browser.',
  },
  notAllowed: {
    title: 'This algorithm is not allowed on this dataset',
    detail: 'The owner of the dataset decides. Pick another algorithm, or ask the owner.',
  },
  checksumDrift: {
    title: 'The algorithm has changed since it was allowed',
    detail: 'Its stored checksum differs from its present one. The dataset’s owner must allow it again.',
  },
  orderInvalid: {
    title: 'The order is not good any more',
    detail: 'It has expired or belongs to something else. Continue to renew it.',
  },
  environmentBusy: {
    title: 'The environment has no room now',
    detail: 'Its queue is full. Wait for a job to end, or pick another environment.',
  },
  nonce: {
    title: 'The Provider has seen a newer request',
    detail: 'Two requests crossed. Try again.',
  },
  dispenserEmpty: {
    title: 'The dispenser gives nothing now',
    detail: 'It is off, empty, or you hold enough already. Ask the owner for tokens.',
  },
  aborted: { title: 'Stopped', detail: 'You stopped this. Continue whenever you like: nothing is sent twice.' },
  otherTab: {
    title: 'This is already running in another tab',
    detail: 'Go to that tab, or close it and try again here.',
  },
  pending: {
    title: 'The transaction is still waiting to be mined',
    detail: 'The network is slow, or the fee is low. Come back later and continue: it is not sent again.',
  },
  assetUnavailable: {
    title: 'The owner has withdrawn this asset',
    detail: 'It cannot be ordered or used any more.',
  },
  checksumMissing: {
    title: 'The algorithm cannot be pinned',
    detail: 'The Provider gave no checksum for its file: it is unreachable or too large. Nothing was changed.',
  },
  datatokenUnavailable: {
    title: 'There is no access token to be had',
    detail: 'The account holds none, and none is given away or sold. Ask the publisher for one.',
  },
  orderNotRecognised: {
    title: 'The Provider does not know a paid order yet',
    detail: 'Nothing more was paid. Wait a minute for it to catch up, then continue.',
  },
  priceChanged: {
    title: 'The price has changed',
    detail: 'It would cost more than was shown, so nothing was sent. Look at the new price and decide again.',
  },
  environmentMissing: {
    title: 'The environment does not exist any more',
    detail: 'Pick another environment.',
  },
  jobOutcomeUnknown: {
    title: 'It is not known whether the job has started',
    detail: 'The orders stay good. Continue: the job is looked for first, and nothing is paid twice.',
  },
  computeUnsupported: {
    title: 'This Provider runs no jobs',
    detail: 'The asset is offered by a Provider without computing. Choose another asset.',
  },
  serviceFailed: {
    title: 'A service failed',
    detail: 'The fault is on its side. Try again in a moment; if it stays, tell whoever runs it.',
  },
  quote: {
    title: 'The Provider’s quote does not fit what was asked',
    detail: 'Nothing was paid. Try again; if it stays, tell whoever runs the Provider.',
  },
  computeRefused: { title: 'The Provider does not accept this job' },
  compute: {
    requestIncomplete: 'Something is missing in the request. Check the algorithm and its parameters.',
    assetMissing: 'It cannot find one of the assets in its index. Wait a little, or check that the asset is active.',
    filesUnavailable: 'It cannot reach the files of one of the assets. Its owner has to correct the address.',
    notAnAlgorithm: 'What was chosen as algorithm is not one. Choose another.',
    credentials: 'This account is not on the list of accounts that may use the asset. Ask its owner.',
    serviceMissing: 'The asset has no such service any more. Reload the page.',
    serviceUnfit: 'The asset offers no computing. Choose another.',
    otherProvider: 'The assets belong to different Providers. Choose assets of one Provider.',
    rawAlgorithmForbidden: 'The dataset takes published algorithms only. Publish yours first.',
    publisherNotTrusted: 'The dataset’s owner does not trust the publisher of this algorithm. Ask, or choose another.',
    algorithmNotTrusted: 'The dataset’s owner has not allowed this algorithm. Ask, or choose another.',
    trustListBroken: 'The dataset’s list of allowed algorithms is damaged. Its owner has to save it again.',
    algorithmFilesChanged:
      'The algorithm’s file changed after it was allowed. The dataset’s owner has to allow it again.',
    algorithmImageChanged:
      'The algorithm’s image changed after it was allowed. The dataset’s owner has to allow it again.',
    orderInvalid: 'An order is missing or has expired. Continue to renew it.',
    algorithmOrderInvalid: 'The algorithm’s order is used up or not on the chain yet. Continue to renew it.',
    containerIncomplete: 'The algorithm’s image is not described completely. Its publisher has to correct it.',
    feesNotPaid: 'The compute fee is not paid. Continue to pay it.',
    validityInvalid: 'The time asked for has passed or is too short. Choose it again.',
    environmentMissing: 'The environment does not exist any more. Pick another.',
    orderInUse: 'The order belongs to another job that is still running. Wait for it, or order again.',
    notConsumable: 'One of the assets has been withdrawn or disabled by its owner.',
    unknown: 'The reason is under Details.',
  },
  reverts: {
    withReason: (reason: string) => `The contract said: ${reason}`,
    datatokenMissing: 'The account holds no access token. Acquire one and continue.',
    quoteInvalid: 'The Provider’s quote has expired or is not signed by it. Continue to get a fresh one.',
    allowanceMissing: 'The contract may not take the tokens yet. Continue to approve it.',
    balanceTooLow: 'The account does not hold enough of the token.',
    tokenTakesFee: 'The payment token keeps a part of each transfer, which these contracts do not accept.',
    batchTooLarge: 'Too many orders at once. Use fewer assets in one go.',
    dispenserInactive: 'The owner has switched the dispenser off. Ask for a token.',
    dispenserLimit: 'The dispenser gives fewer tokens at a time.',
    alreadyHolding: 'The account already holds as many tokens as the dispenser allows. Use them first.',
    dispenserEmpty: 'The dispenser is empty. Ask the owner to fill it.',
    onlyTogether: 'This token can only be had together with an order. Start from the dataset’s page.',
    zeroAmount: 'The amount must be more than zero.',
    dispenserExists: 'There is a dispenser for this token already.',
    notPriceOwner: 'Only whoever set the price may change it.',
    wrongContract: 'A contract was called by something it does not expect. Check the configured addresses.',
    exchangeMissing: 'The offer does not exist any more.',
    priceRose: 'The price has risen above what you accepted. Look at the new price and decide again.',
    soldOut: 'No access tokens are left at this price.',
    feeOutOfRange: 'The market fee is outside what the contract allows.',
    priceInvalid: 'The price, or the token it is paid in, is not accepted.',
    exchangeExists: 'There is an offer for this token already.',
    foreignExchange: 'The offer belongs to another token.',
    notMetadataUpdater: 'This account may not change the description. Switch to the owner.',
    notOwner: 'This account does not own the data NFT. Switch to the owner.',
    notDeployer: 'This account may not create access tokens for this data NFT.',
    notMinter: 'This account may not create access tokens. Switch to the owner.',
    capReached: 'The highest possible number of tokens has been created.',
    alreadyMinter: 'That account may create tokens already.',
    notTransferable: 'This data NFT cannot be transferred by this account.',
    cannotHoldNft: 'The receiving contract cannot hold a data NFT.',
    proofInvalid: 'The proof that the description was checked is not accepted. Continue to get a fresh one.',
    templateUnavailable: 'The contract template is missing or switched off on this network.',
    publishIncomplete: 'The publishing transaction did not fit this network’s contracts.',
    permitInvalid: 'The signed permission has expired or does not fit. Continue to sign a new one.',
    batchFailed: 'One of the combined calls failed, so none of them happened.',
    administration: 'Only the administrators of the contracts may do that.',
    unknown: 'A contract said no. The reason is under Details.',
  },
  jobNotFound: { title: 'No such job', detail: 'The Provider does not know it, or it belongs to another account.' },
}

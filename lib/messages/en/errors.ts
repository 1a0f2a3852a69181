/** What an error means in people's words. Keys are causes, not texts of services. */
export const errors = {
  spent: {
    no: 'No money was spent.',
    maybe: 'A transaction may have been sent. Continue to find out: nothing is sent twice.',
    yes: 'The transaction was mined and its gas was spent.',
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
    title: 'The transaction was replaced or dropped',
    detail: 'Another transaction took its place. Continue to see what the chain says and go on from there.',
  },
  eventMissing: {
    title: 'The transaction did not do what it should',
    detail: 'It was mined, but the expected event is missing. Check the addresses before you continue.',
  },
  providerRefused: {
    title: 'The Provider refused the request',
    detail: (reason: string) => `It said: ${reason}`,
  },
  badRequest: {
    title: 'A service did not accept what was sent',
    detail: (reason: string) => `It said: ${reason}`,
  },
  unexpected: {
    title: 'A service answered in a way this app does not understand',
    detail: 'It may be a different version. The answer is under Details.',
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
  jobNotFound: { title: 'No such job', detail: 'The Provider does not know it, or it belongs to another account.' },
}

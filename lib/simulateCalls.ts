/** Loaded when several calls are played at once: it brings a second implementation of the ABI with it. */
export { simulateCalls } from 'viem/actions'

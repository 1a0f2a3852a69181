import { simulateCalls as play } from 'viem/actions'

/** Viem's action, in a file of its own: it brings a second reader of ABIs with it, and is loaded when several calls are played at once. */
export const simulateCalls = play

/** What can be made to go wrong on a development network, to see how a client takes it. */
export const faultNames = ['slowIndex', 'indexDown', 'slowProvider', 'providerDown', 'outOfMemory'] as const

export type FaultName = (typeof faultNames)[number]

/** Which faults are on. `outOfMemory` is for the next job and goes off by itself. */
export type FaultState = Record<FaultName, boolean>

/** Answers a request as a Hono app does. */
export type Service = { fetch(request: Request, ...rest: unknown[]): Response | Promise<Response> }

/** Sends one JSON-RPC call and returns its result. */
export type Rpc = <result = unknown>(method: string, params?: unknown[]) => Promise<result>

export class RpcError extends Error {
  override readonly name = 'RpcError'
  readonly code: number

  constructor(method: string, error: { code: number; message: string }) {
    super(`${method}: ${error.message}`)
    this.code = error.code
  }
}

export function createRpc(url: string): Rpc {
  let id = 0
  return async <result>(method: string, params: unknown[] = []) => {
    id += 1
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id, method, params }),
    })
    const answer = (await response.json()) as { result: result; error?: { code: number; message: string } }
    if (answer.error) throw new RpcError(method, answer.error)
    return answer.result
  }
}

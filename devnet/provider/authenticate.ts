import type { SignatureCheck } from './checkFields'
import { FieldsError } from './errors'
import { fieldValue } from './fieldValue'
import { pythonText } from './pythonText'
import { signedPart } from './signedPart'
import type { ProviderContext, RouteRequest } from './types'
import { expectedNonce, verifySignature } from './verifySignature'

export type AuthenticateParameters = {
  /** Field that holds the claimed address. */
  owner: string
  /** Fields whose values are signed, in order; the nonce follows. */
  signed: readonly string[]
  /** Whether the nonce last used may be used again. */
  repeatable?: boolean
}

/** The signature rule of a route: who claims to send this request has signed it, or holds a valid token. */
export function authenticate(
  context: ProviderContext,
  request: RouteRequest,
  parameters: AuthenticateParameters,
): SignatureCheck {
  const { owner, signed, repeatable = false } = parameters
  return () =>
    verifySignature({
      ...{ nonces: context.nonces, tokens: context.tokens, repeatable },
      owner: pythonText(fieldValue(request.values, owner) ?? ''),
      message: signed.map((path) => signedPart(request.parameters, path)).join(''),
      nonce: readNonce(request),
      signature: request.values.signature,
      authToken: request.headers.get('AuthToken'),
    })
}

/** Uses up the request's nonce, durably. @throws {FieldsError} when another request has used it meanwhile. */
export function consumeNonce(context: ProviderContext, request: RouteRequest, owner: string): void {
  const address = pythonText(fieldValue(request.values, owner) ?? '')
  const nonce = readNonce(request)
  if (context.nonces.advance(address, nonce)) return
  throw new FieldsError({ signature: expectedNonce(context.nonces.get(address) ?? nonce, nonce) })
}

function readNonce({ parameters, values }: RouteRequest): string {
  return parameters.numbers.get('nonce') ?? pythonText(values.nonce ?? '')
}

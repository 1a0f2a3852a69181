import { PickleError } from '../PickleError'
import { PyBase } from './PyValue'
/** A Python `bytearray`. */
export class PyByteArray extends PyBase {
  readonly bytes: Uint8Array<ArrayBuffer>
  constructor(bytes: Uint8Array<ArrayBuffer>) {
    super()
    this.bytes = bytes
  }

  override hashPart(): never {
    throw new PickleError('hash')
  }
}

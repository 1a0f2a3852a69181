/** What decides equality of keys; `undefined` stands for identity. */
export type HashPart = number | bigint | null | string | undefined
export type Describe = (value: PyValue) => HashPart

/** Base of all values that JavaScript has no word for. */
export abstract class PyBase {
  declare protected readonly brand: 'python'

  /** @throws {PickleError} `hash` when Python cannot hash it. */
  hashPart(_describe: Describe): HashPart {
    return undefined
  }
}

/**
 * What a pickle can hold.
 *
 * `None` is `null`; `float` is `number`; `int` is `number` up to 2^53 and `bigint` beyond (always `bigint` with
 * `integers: 'bigint'`); `str` is `string` and may hold lone surrogates; `bytes` is a `Uint8Array` view of the input;
 * `list` is an array; everything else is one of the classes beside this file.
 */
export type PyValue = null | boolean | number | bigint | string | Uint8Array<ArrayBuffer> | PyValue[] | PyBase

import type { Address, Hash, Hex } from 'viem'

/** A position on the chain. Journal rows are ordered and undone by it. */
export type Position = { block: number; logIndex: number }

/** Something the chain said about a data NFT, a datatoken or an exchange, by subject. */
export type Fact = Position & { subject: string } & (
    | { kind: 'nft'; value: { name: string; symbol: string; tokenUri: string } }
    | { kind: 'datatoken'; value: { name: string; symbol: string } }
    | { kind: 'state'; value: { state: number } }
    | { kind: 'tokenUri'; value: { tokenUri: string } }
    | { kind: 'owner'; value: { owner: Address } }
    | { kind: 'order'; value: { serviceIndex: number; consumer: Address } }
    | { kind: 'dispenser'; value: { active: boolean } }
    | { kind: 'exchange'; value: { exchangeId: Hex; baseToken: Address; symbol: string; rate: string } }
    | { kind: 'rate'; value: { rate: string } }
    | { kind: 'exchangeActive'; value: { active: boolean } }
  )
export type FactKind = Fact['kind']
export type FactValue<K extends FactKind> = Extract<Fact, { kind: K }>['value']

/** One MetadataCreated or MetadataUpdated log, with what is needed to decrypt it at any later time. */
export type MetadataEvent = Position & {
  transactionHash: Hash
  nft: Address
  did: string
  kind: 'created' | 'updated'
  state: number
  decryptorUrl: string
  flags: Hex
  data: Hex
  hash: Hex
  /** Seconds since the epoch, of the block. */
  timestamp: number
  /** Who sent the transaction. */
  sender: Address
  /** Whether a Provider that is given only the transaction would take this log: the first of its kind in there. */
  leading: boolean
}

/** What became of a metadata event: indexed, invalid for ever, refused by the Provider for now, or to be tried again. */
export type Outcome =
  | { status: 'indexed'; document: string }
  | { status: 'invalid' | 'refused' | 'failed'; error: string }

export type BlockReference = { number: number; hash: Hash }

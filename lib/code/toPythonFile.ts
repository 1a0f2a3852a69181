import type { FileObject } from '@/lib/ocean'
import { quote, toPython } from './code'

/** A file as a call of the reference client, and the class that call needs. */
export function toPythonFile(file: FileObject): { type: string; call: string } {
  const headers = 'headers' in file && file.headers ? `, headers=${toPython(file.headers)}` : ''
  switch (file.type) {
    case 'url':
      return { type: 'UrlFile', call: `UrlFile(${quote(file.url)}, method=${quote(file.method ?? 'get')}${headers})` }
    case 'ipfs':
      return { type: 'IpfsFile', call: `IpfsFile(${quote(file.hash)})` }
    case 'arweave':
      return { type: 'ArweaveFile', call: `ArweaveFile(${quote(file.transactionId)})` }
    case 'graphql':
      return { type: 'GraphqlQuery', call: `GraphqlQuery(${quote(file.url)}, ${quote(file.query)}${headers})` }
    case 'smartcontract':
      return {
        type: 'SmartContractCall',
        call: `SmartContractCall(${quote(file.address)}, ${file.chainId}, ${toPython(file.abi)})`,
      }
  }
}

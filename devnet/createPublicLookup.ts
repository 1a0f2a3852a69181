import { lookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { isPublicAddress } from './isPublicAddress'

/**
 * Resolves host names for connections, each time anew: a name that leads to any address that is not public is refused at the
 * moment of its use, so that nobody can change their mind in between.
 */
export function createPublicLookup(refuse: (hostname: string) => Error): LookupFunction {
  return (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, '')
      const [first] = addresses
      if (!first || addresses.some(({ address }) => !isPublicAddress(address))) return done(refuse(hostname), '')
      if (options.all) return done(null, addresses)
      done(null, first.address, first.family)
    })
  }
}

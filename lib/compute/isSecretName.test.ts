import { expect, it } from 'vitest'
import { isSecretName } from './isSecretName'

it('takes names of credentials for secret, and nothing else', () => {
  const secret = [
    'password',
    'db_passwd',
    'clientSecret',
    'apiToken',
    'API key',
    'private-key',
    'Authorization',
    'oauth',
  ]
  const open = ['author', 'max_tokens', 'tokenizer', 'degree', 'pass', 'passes', 'key']
  expect(secret.filter((name) => !isSecretName(name))).toEqual([])
  expect(open.filter(isSecretName)).toEqual([])
})

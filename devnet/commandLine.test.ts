import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { parseCommandLine, usage } from './commandLine'
import { checkDevnetConfig } from './config'

test('without arguments the well-known ports and the folder of the project are used', () => {
  expect(parseCommandLine([])).toMatchObject({
    ...{ name: 'start', config: { dataDirectory: resolve('.devnet'), fresh: false } },
    ...{ config: { ports: { chain: 8545, provider: 8030, aquarius: 5000 } } },
  })
})

test('accounts, block time, ports and mirrors reach the configuration as numbers and pairs', () => {
  const args = ['--accounts', '30', '--block-time', '2', '--port-chain', '0', '--mirror', 'http://a/?x=1=files']
  const command = parseCommandLine(args)
  if (command.name !== 'start') throw new Error('The network should start.')
  expect(checkDevnetConfig(command.config)).toMatchObject({
    ...{ accounts: 30, blockTime: 2, ports: { chain: 0 } },
    mirrors: [{ prefix: 'http://a/?x=1', folder: resolve('files') }],
  })
})

test('what the Provider may fetch and who may decrypt is said on the command line', () => {
  const gateway = 'http://127.0.0.1:8080/'
  const args = ['--public-files-only', '--ipfs-gateway', gateway, '--decrypter', '0xA', '--decrypter', '0xB']
  const command = parseCommandLine(args)
  if (command.name !== 'start') throw new Error('The network should start.')
  expect(checkDevnetConfig(command.config)).toMatchObject({
    ...{ allowPrivateAddresses: false, ipfsGateway: gateway, authorizedDecrypters: ['0xA', '0xB'] },
  })
  const plain = parseCommandLine([])
  expect(plain.name === 'start' && checkDevnetConfig(plain.config)).toMatchObject({
    ...{ allowPrivateAddresses: true, authorizedDecrypters: [] },
  })
})

test('the faucet takes an address and an amount', () => {
  expect(parseCommandLine(['faucet', '0x1', '5', '--data-dir', '/tmp/a'])).toEqual({
    ...{ name: 'faucet', dataDirectory: '/tmp/a', to: '0x1', amount: '5' },
  })
  expect(parseCommandLine(['faucet', '0x1'])).toMatchObject({ amount: '100' })
})

test.each([
  [['faucet'], /takes an address/],
  [['faucet', '0x1', '2', '3'], /takes an address/],
  [['drain'], /no command "drain"/],
  [['--mirror', 'http://a'], /takes <url>=<folder>/],
  [['--nonsense'], /Unknown option '--nonsense'/],
])('%j is refused in words', (args, message) => {
  expect(() => parseCommandLine(args)).toThrow(message)
})

test.each([
  [['--accounts', '3'], /accounts: at least 20/],
  [['--block-time', '0'], /blockTime/],
  [['--port-chain', '99999'], /ports\.chain/],
  [['--runner', 'magic'], /runner/],
  [['--ipfs-gateway', 'nowhere'], /ipfsGateway/],
])('%j is refused by name before anything starts', (args, message) => {
  const command = parseCommandLine(args)
  if (command.name !== 'start') throw new Error('The network should start.')
  expect(() => checkDevnetConfig(command.config)).toThrow(message)
})

test('help names every option', () => {
  expect(parseCommandLine(['-h'])).toEqual({ name: 'help' })
  for (const name of ['fresh', 'data-dir', 'accounts', 'block-time', 'mirror', 'runner', 'decrypter', 'ipfs-gateway'])
    expect(usage).toContain(`--${name}`)
})

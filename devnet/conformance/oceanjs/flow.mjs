// The whole compute flow with an unmodified ocean.js, as its users write it. Prints one JSON line a step.
// Usage: node flow.mjs <3.2.0|3.4.6>, with RPC_URL, PROVIDER_URL, AQUARIUS_URL, ADDRESS_FILE, DATASET_URL, ALGORITHM_URL,
// ALICE_KEY and BOB_KEY in the environment.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const version = process.argv[2] ?? '3.4.6'
const require = createRequire(import.meta.url)
const ocean = require(`ocean-js-${version}`)
const { ethers } = require('ethers')
const { Aquarius, ConfigHelper, Datatoken, Nft, NftFactory, ProviderInstance, ZERO_ADDRESS, getHash } = ocean
const { RPC_URL, PROVIDER_URL, AQUARIUS_URL, ADDRESS_FILE, DATASET_URL, ALGORITHM_URL, ALICE_KEY, BOB_KEY } =
  process.env
ocean.LoggerInstance.setLevel(0)

const say = (step, facts = {}) => console.log(JSON.stringify({ step, ...facts }))
const need = (condition, message) => {
  if (!condition) throw new Error(message)
}

const addressBook = readFileSync(ADDRESS_FILE, 'utf8')
const chain = new ethers.providers.JsonRpcProvider(RPC_URL)
chain.pollingInterval = 100
const alice = new ethers.Wallet(ALICE_KEY, chain)
const bob = new ethers.Wallet(BOB_KEY, chain)
const { chainId } = await chain.getNetwork()
// Old releases take the file's text where later ones take its path.
if (version === '3.2.0') process.env.ADDRESS_FILE = addressBook
const config = { ...new ConfigHelper().getConfig(chainId), gasFeeMultiplier: 1 }
need(
  config.nftFactoryAddress === JSON.parse(addressBook).development.ERC721Factory,
  'ConfigHelper does not read the address file',
)
const aquarius = new Aquarius(AQUARIUS_URL)
const waitForIndexer = (aquarius.waitForIndexer ?? aquarius.waitForAqua).bind(aquarius)
const didOf = (nft) =>
  `did:op:${createHash('sha256')
    .update(ethers.utils.getAddress(nft) + String(chainId))
    .digest('hex')}`

async function publish({ name, type, url, services, algorithm }) {
  const [info] = await ProviderInstance.getFileInfo({ type: 'url', index: 0, url, method: 'GET' }, PROVIDER_URL, true)
  need(info?.valid, `${url} is not reachable for the Provider`)
  const factory = new NftFactory(config.nftFactoryAddress, alice, chainId, config)
  const sent = await factory.createNftWithDatatoken(
    { name, symbol: 'TST', templateIndex: 1, tokenURI: '', transferable: true, owner: alice.address },
    {
      templateIndex: 1,
      cap: '100000',
      feeAmount: '0',
      paymentCollector: ZERO_ADDRESS,
      feeToken: ZERO_ADDRESS,
      minter: alice.address,
      mpFeeAddress: ZERO_ADDRESS,
      name: `${name} token`,
      symbol: 'DT',
    },
  )
  const receipt = await sent.wait()
  const nftAddress = receipt.events.find(({ event }) => event === 'NFTCreated').args.newTokenAddress
  const datatokenAddress = receipt.events.find(({ event }) => event === 'TokenCreated').args.newTokenAddress
  const files = { datatokenAddress, nftAddress, files: [{ type: 'url', url, method: 'GET' }] }
  const encrypted = await ProviderInstance.encrypt(files, chainId, PROVIDER_URL)
  const now = `${new Date().toISOString().slice(0, 19)}Z`
  const ddo = {
    '@context': ['https://w3id.org/did/v1'],
    id: didOf(nftAddress),
    version: '4.1.0',
    chainId,
    nftAddress,
    metadata: {
      created: now,
      updated: now,
      type,
      name,
      description: name,
      author: 'Alice',
      license: 'CC0',
      ...(algorithm ? { algorithm } : {}),
    },
    services: services.map((service) => ({
      ...service,
      files: encrypted,
      datatokenAddress,
      serviceEndpoint: PROVIDER_URL,
      timeout: 86400,
    })),
  }
  await writeMetadata(ddo)
  const indexed = await waitForIndexer(ddo.id, undefined, undefined, 200, 150)
  need(indexed?.id === ddo.id, `${name} was not indexed`)
  return { ddo: indexed, nftAddress, datatokenAddress }
}

async function writeMetadata(ddo) {
  const validation = await aquarius.validate(ddo)
  need(validation.valid, `the DDO is not valid: ${JSON.stringify(validation)}`)
  const encrypted = await ProviderInstance.encrypt(ddo, chainId, PROVIDER_URL)
  const nft = new Nft(alice, chainId, config)
  const proofs = validation.proof?.validatorAddress ? [validation.proof] : []
  const sent = await nft.setMetadata(
    ddo.nftAddress,
    alice.address,
    0,
    PROVIDER_URL,
    alice.address,
    '0x02',
    encrypted,
    `0x${getHash(JSON.stringify(ddo))}`,
    proofs,
  )
  return sent.wait ? sent.wait() : sent
}

const container = {
  entrypoint: 'python $ALGO',
  image: 'oceanprotocol/algo_dockers',
  tag: 'python-branin',
  checksum: 'sha256:8221d20c1c16491d7d56b9657ea09082c0ee4a8ab1a6621fa720da58b09580e4',
}
const compute = {
  allowRawAlgorithm: false,
  allowNetworkAccess: true,
  publisherTrustedAlgorithmPublishers: [],
  publisherTrustedAlgorithms: [],
}
const data = await publish({
  ...{ name: 'Branin dataset', type: 'dataset', url: DATASET_URL },
  services: [
    { id: '0', type: 'access' },
    { id: '1', type: 'compute', compute },
  ],
})
say('dataset', { did: data.ddo.id })
const algo = await publish({
  ...{ name: 'Gaussian process', type: 'algorithm', url: ALGORITHM_URL, services: [{ id: '0', type: 'access' }] },
  algorithm: { language: 'python', version: '0.1', container },
})
say('algorithm', { did: algo.ddo.id })

const checksums = await ProviderInstance.checkDidFiles(algo.ddo.id, '0', PROVIDER_URL, true)
const filesChecksum = checksums.map(({ checksum }) => checksum).join('')
need(/^[0-9a-f]{64}$/.test(filesChecksum), 'no checksum for the algorithm')
const { event, nft, datatokens, stats, purgatory, ...clean } = data.ddo
clean.services[1].compute.publisherTrustedAlgorithms = [
  { did: algo.ddo.id, filesChecksum, containerSectionChecksum: getHash(container.entrypoint + container.checksum) },
]
const update = await writeMetadata(clean)
const allowed = await waitForIndexer(data.ddo.id, update.transactionHash, undefined, 200, 150)
need(allowed?.services[1].compute.publisherTrustedAlgorithms.length === 1, 'the allow list was not indexed')
say('allowed', { tx: update.transactionHash })

const token = new Datatoken(alice, chainId, config)
for (const asset of [data, algo])
  await (await token.mint(asset.datatokenAddress, alice.address, '5', bob.address)).wait()
say('minted')

const environments = await ProviderInstance.getComputeEnvironments(PROVIDER_URL)
const environment = environments[chainId].find(({ priceMin }) => Number(priceMin) === 0)
need(environment, 'no free environment')
const validUntil = Math.floor(Date.now() / 1000) + 3600
const datasets = [{ documentId: data.ddo.id, serviceId: '1' }]
const algorithm = { documentId: algo.ddo.id, serviceId: '0' }
const quote = () =>
  ProviderInstance.initializeCompute(
    datasets,
    algorithm,
    environment.id,
    validUntil,
    PROVIDER_URL,
    environment.consumerAddress,
  )
const bobsToken = new Datatoken(bob, chainId, config)
const order = async (asset, initialized, serviceIndex) => {
  if (initialized.validOrder && !initialized.providerFee) return initialized.validOrder
  const sent = await bobsToken.startOrder(
    asset.datatokenAddress,
    environment.consumerAddress,
    serviceIndex,
    initialized.providerFee,
  )
  return (await sent.wait()).transactionHash
}
const first = await quote()
need(first?.datasets?.[0]?.providerFee, 'no provider fee in the quote')
datasets[0].transferTxId = await order(data, first.datasets[0], 1)
algorithm.transferTxId = await order(algo, first.algorithm, 0)
const second = await quote()
need(
  second.datasets[0].validOrder === datasets[0].transferTxId && !second.datasets[0].providerFee,
  'the order is not reusable',
)
say('ordered', { orders: [datasets[0].transferTxId, algorithm.transferTxId] })

const started = [
  await ProviderInstance.computeStart(PROVIDER_URL, bob, environment.id, datasets[0], algorithm),
].flat()[0]
need(started?.jobId, 'no job was started')
say('started', { jobId: started.jobId })
let job
for (let attempt = 0; attempt < 600; attempt += 1) {
  job = [await ProviderInstance.computeStatus(PROVIDER_URL, bob.address, started.jobId)].flat()[0]
  if (Number(job?.dateFinished) > 0) break
  await new Promise((resolve) => setTimeout(resolve, 200))
}
need(job.status === 70, `the job ended with ${job.status} ${job.statusText}`)
const index = job.results.findIndex(({ type }) => type === 'output')
need(index === 0, 'the output is not the first result')
const url = await ProviderInstance.getComputeResultUrl(PROVIDER_URL, bob, started.jobId, index)
const response = await fetch(url)
const result = Buffer.from(await response.arrayBuffer())
need(response.status === 200 && result[0] === 0x80, 'the result is not a pickle')
say('result', { bytes: result.length, sha256: createHash('sha256').update(result).digest('hex') })

// What the real Provider refuses of these clients has to be refused here too: later releases sign a stop without the nonce.
const stopped = await ProviderInstance.computeStop(data.ddo.id, bob.address, started.jobId, PROVIDER_URL, bob).then(
  (answer) => answer,
  () => undefined,
)
say('stop', { accepted: Boolean([stopped].flat()[0]?.jobId) })
const deleted = await ProviderInstance.computeDelete(data.ddo.id, bob, started.jobId, PROVIDER_URL).then(
  (answer) => answer,
  () => undefined,
)
say('delete', { accepted: Boolean([deleted].flat()[0]?.jobId) })
say('done')

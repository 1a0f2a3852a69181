// `npm run bench`, or `npm run bench -- unpickle`: measurements with a reference from the same run. Fails nothing.
import type { Measurement } from './report'

const benches = {
  devnet: () => import('./devnet'),
  catalogue: () => import('./catalogue'),
  runner: () => import('./runner'),
  unpickle: () => import('./unpickle'),
  app: () => import('./app'),
}

const report = ({ name, value, reference = '', ratio = '' }: Measurement) =>
  console.log(`  ${name.padEnd(58)} ${value.padStart(14)}   ${reference.padEnd(34)} ${ratio}`.trimEnd())

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in benches))
if (unknown.length > 0) {
  console.error(`No bench named ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`)
  process.exit(1)
}
for (const [name, load] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`\n${name}`)
  const { run } = await load()
  await run(report)
}

import { runEscapes } from './escapeRun'

process.stdout.write(JSON.stringify(await runEscapes()))

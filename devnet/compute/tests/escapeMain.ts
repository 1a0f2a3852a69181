import { runEscapes } from './escapeRun'

process.stdout.write(JSON.stringify(await runEscapes(JSON.parse(process.argv[2] ?? '{"runner":"auto"}'))))

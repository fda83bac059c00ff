import { enableCompileCache } from 'node:module'

// A short command spends most of its time loading modules. Node caches the compiled ones for the next command.
enableCompileCache()
const { runCommand } = await import('./run-command.ts')
const { createTerminal } = await import('./terminal.ts')

const terminal = createTerminal({
  env: process.env,
  write: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
})
process.exitCode = await runCommand(process.argv.slice(2), terminal)

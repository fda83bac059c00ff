import { enableCompileCache } from 'node:module'

// Loading hundreds of modules is most of what a short command does; Node keeps the compiled ones for the next.
enableCompileCache()
const { runCommand } = await import('./run-command.ts')
const { createTerminal } = await import('./terminal.ts')

const terminal = createTerminal({
  env: process.env,
  write: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
})
process.exitCode = await runCommand(process.argv.slice(2), terminal)

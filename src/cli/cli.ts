import { CommanderError } from 'commander'
import { explainFailure } from './failure.ts'
import { buildProgram } from './program.ts'

try {
  await buildProgram(process.env).parseAsync()
} catch (error) {
  // Commander has printed its own message; 2 says that the command itself was wrong.
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
  else {
    process.stderr.write(`smartsource: ${explainFailure(error)}\n`)
    process.exitCode = 1
  }
}

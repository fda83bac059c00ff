import { CommanderError } from 'commander'
import { explainFailure } from './failure.ts'
import { buildProgram } from './program.ts'
import type { Terminal } from './terminal.ts'

/** Wrong usage: an unknown command or option, or a bad value. */
const EXIT_USAGE = 2

/** Runs one command. Returns its exit code: 0, 1 after a failure, 2 for wrong usage, or one that the command defines. */
export async function runCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  let exitCode = 0
  const program = buildProgram(terminal, (code) => {
    exitCode = code
  })
  try {
    await program.parseAsync(args, { from: 'user' })
    return exitCode
  } catch (error) {
    // Commander has printed its own message.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_USAGE
    terminal.printError(`smartsource: ${explainFailure(error)}`)
    return 1
  }
}

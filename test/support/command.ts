import { runCommand } from '../../src/cli/run-command.ts'
import { createTerminal } from '../../src/cli/terminal.ts'
import { testSettings } from './settings.ts'

export interface Finished {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs a command of the command line in this process, with nothing of this process's environment. */
export async function runHere(args: string[], env: Record<string, string> = {}): Promise<Finished> {
  const output = { stdout: '', stderr: '' }
  const terminal = createTerminal({
    env: { ...testSettings, ...env },
    write: (text) => (output.stdout += text),
    writeError: (text) => (output.stderr += text),
  })
  const code = await runCommand(args, terminal)
  return { code, ...output }
}

/** Output of a command: whole lines of text, or one line of JSON. */
export interface Output {
  print(text: string): void
  printJson(value: unknown): void
}

/** Source of a command's settings, and its output. */
export interface Terminal extends Output {
  env: NodeJS.ProcessEnv
  printError(text: string): void
}

/** Creates a terminal that passes its text, including line breaks, to the given functions. */
export function createTerminal(given: {
  env: NodeJS.ProcessEnv
  write(text: string): void
  writeError(text: string): void
}): Terminal {
  const { env, write, writeError } = given
  const print = (text: string) => write(`${text}\n`)
  return {
    env,
    print,
    printJson: (value) => print(JSON.stringify(value)),
    printError: (text) => writeError(`${text}\n`),
  }
}

import { type Command, InvalidArgumentError, Option } from 'commander'
import { orThrow, SmartsourceError, TokenError } from 'smartsource/client'
import { refusedPortFault } from '../shared/fetch-ports.ts'

/** Returns the option that names the service to ask. */
export const serviceUrl = () =>
  new Option('--url <url>', 'address of the service')
    .default('http://127.0.0.1:3000')
    .argParser(reachableAddress)

function reachableAddress(text: string): string {
  const fault = URL.canParse(text) ? refusedPortFault(new URL(text)) : undefined
  if (fault !== undefined) throw new InvalidArgumentError(fault)
  return text
}

/** Sends a request to the service. Throws errors with readable messages. */
export async function askService<T>(url: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof SmartsourceError || error instanceof TokenError) throw error
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'no answer'
    throw new Error(`cannot reach the service at ${url}: ${code}`)
  }
}

/**
 * Returns the client secret of the environment, or ends the command with an error. An option would show it to
 * everyone on the machine.
 */
export function clientSecretOf(env: NodeJS.ProcessEnv, command: Command): string {
  const secret = env.SMARTSOURCE_CLIENT_SECRET
  return secret || command.error('error: set SMARTSOURCE_CLIENT_SECRET to the client secret')
}

export async function requireOk(answer: Response): Promise<Response> {
  return answer.ok ? answer : orThrow({ error: await answer.json().catch(() => null), response: answer })
}

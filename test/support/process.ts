import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Test } from 'tap'
import { type Finished, runHere } from './command.ts'
import { testSettings } from './settings.ts'

const cli = fileURLToPath(new URL('../../src/cli/cli.ts', import.meta.url))

/** Runs a command of the command line to its end, in a process of its own. */
export async function runCli(args: string[], env: Record<string, string> = {}): Promise<Finished> {
  const running = spawnCli(args, env)
  await once(running.child, 'close')
  return { code: running.child.exitCode, stdout: running.stdout(), stderr: running.stderr() }
}

export interface RunningCli {
  child: ChildProcess
  stdout: () => string
  stderr: () => string
}

export function spawnCli(args: string[], env: Record<string, string> = {}): RunningCli {
  const { PATH, HOME, NODE_COMPILE_CACHE } = process.env
  const child = spawn(process.execPath, [cli, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH, HOME, NODE_COMPILE_CACHE, ...testSettings, ...env },
  })
  const output = { stdout: '', stderr: '' }
  child.stdout?.on('data', (chunk) => (output.stdout += chunk))
  child.stderr?.on('data', (chunk) => (output.stderr += chunk))
  return { child, stdout: () => output.stdout, stderr: () => output.stderr }
}

/** Serves in a process of its own, on a free port until the test ends; the address is read from its log. */
export async function serve(t: Test, env: Record<string, string>): Promise<RunningCli & { address: string }> {
  const running = spawnCli(['serve'], { PORT: '0', ...env })
  t.teardown(async () => {
    if (running.child.exitCode !== null || running.child.signalCode !== null) return
    running.child.kill('SIGTERM')
    await once(running.child, 'exit')
  })
  const address = await until(() => {
    if (running.child.exitCode !== null)
      throw new Error(`serve ended: ${running.stderr()}${running.stdout()}`)
    return /"address":"([^"]+)","docs"/.exec(running.stdout())?.[1]
  })
  return { ...running, address }
}

/** The token of a new partner, made by the command line. */
export async function newToken(address: string, env: Record<string, string>): Promise<string> {
  return (await newTokens(address, env))()
}

/** A new partner, made by the command line. Returns a function that asks for a new token of it. */
export async function newTokens(
  address: string,
  env: Record<string, string>,
): Promise<() => Promise<string>> {
  const { stdout } = await runHere(['partner', 'create', '--name', 'P', '--kind', 'site', '--json'], env)
  const { client_id, client_secret } = JSON.parse(stdout)
  return async () => {
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id, client_secret })
    const reply = await fetch(`${address}/oauth/token`, { method: 'POST', body })
    return ((await reply.json()) as { access_token: string }).access_token
  }
}

const DEADLINE_MS = 120_000

/** Waits for a condition: the first value that is neither undefined, null nor false. Fails after two minutes. */
export async function until<T>(condition: () => T | Promise<T>): Promise<NonNullable<T>> {
  for (const end = Date.now() + DEADLINE_MS; Date.now() < end; ) {
    const value = await condition()
    if (value !== undefined && value !== null && value !== false) return value
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the condition did not come true within two minutes')
}

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Test } from 'tap'
import { temporaryFolder } from './folder.ts'
import { freePort } from './free-port.ts'
import { isInstalled } from './is-installed.ts'
import { until } from './process.ts'

export const hasHaproxy = isInstalled('haproxy', '-v')

const file = new URL('../../deploy/haproxy.cfg', import.meta.url)

/** Starts HAProxy with the settings of Docker Compose, except that addresses are given and not looked up. */
export async function startHaproxy(t: Test, processes: readonly string[]): Promise<string> {
  const port = await freePort()
  const servers = processes.map((address, at) => `  server process${at} ${new URL(address).host}`)
  const settings = readFileSync(file, 'utf8')
    .replace('bind :3000', `bind 127.0.0.1:${port}`)
    .replace(/^resolvers docker\n(?: .*\n)+/m, '')
    .replace(' resolvers docker init-addr none', '')
    .replace(/ {2}server first .*\n {2}server-template .*/, servers.join('\n'))
  const path = join(temporaryFolder(t), 'haproxy.cfg')
  writeFileSync(path, settings)
  const child = spawn('haproxy', ['-f', path], { stdio: 'ignore' })
  t.teardown(async () => {
    if (child.exitCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  })
  const address = `http://127.0.0.1:${port}`
  await until(async () => {
    if (child.exitCode !== null) throw new Error(`haproxy ended with ${child.exitCode}: ${settings}`)
    return fetch(`${address}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
  })
  return address
}

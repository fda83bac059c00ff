import type { Test } from 'tap'
import { readConfig } from '../../src/app/config.ts'
import { startServer } from '../../src/app/server.ts'
import { testSettings } from './settings.ts'

/** The whole service in this process, on a free port until the test ends. Returns its address. */
export async function listen(t: Test, env: Record<string, string>): Promise<string> {
  const config = readConfig({ ...testSettings, LOG_LEVEL: 'silent', PORT: '0', ...env })
  const server = await startServer(config)
  t.teardown(() => server.stop())
  return server.address
}

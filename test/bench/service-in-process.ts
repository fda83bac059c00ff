import { buildApp } from '../../src/app/app.ts'
import { readConfig } from '../../src/app/config.ts'
import { createServices } from '../../src/app/services.ts'
import { loadSigningKeys } from '../../src/features/access/index.ts'
import { openDatabase } from '../../src/platform/db/database.ts'
import { createLog } from '../../src/platform/telemetry/log.ts'
import { systemClock } from '../../src/shared/clock.ts'
import { testSecrets, testSettings } from '../support/settings.ts'

/**
 * Starts the service in this process, for benchmarks that watch its event loop and memory. `closers` gets what ends it.
 */
export async function startServiceHere(connectionString: string, closers: (() => unknown)[]) {
  const database = openDatabase({ connectionString, poolSize: 10, onError: () => {} })
  closers.push(() => database.close())
  const clock = systemClock
  const services = createServices({
    config: readConfig({ ...testSettings, RATE_LIMIT_PER_MINUTE: '1000000000' }),
    database,
    log: createLog('error'),
    clock,
    secrets: testSecrets,
    signingKeys: await loadSigningKeys({ db: database.db, clock, secrets: testSecrets }),
    issuer: () => 'http://bench.example',
  })
  closers.push(async () => {
    await services.background.stop()
    await services.background.close()
  })
  const app = await buildApp(services)
  closers.push(() => app.close())
  const listen = () => app.listen({ port: 0, host: '127.0.0.1' })
  return { database, services, clock, listen }
}

import type { Config } from '../app/config.ts'
import { startServer } from '../app/server.ts'
import { stopOnSignal } from '../app/stop-on-signal.ts'

/** Starts the service and serves until SIGTERM or SIGINT, including one that arrives during the start. */
export async function serve(config: Config): Promise<void> {
  const starting = startServer(config)
  stopOnSignal(config, starting)
  const { services, address } = await starting
  services.runtime.log.info({ address, docs: `${address}/docs` }, 'serving')
}

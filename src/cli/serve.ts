import type { Config } from '../app/config.ts'
import { startUntilSignal } from '../app/start-until-signal.ts'

/** Starts the service and serves until SIGTERM or SIGINT, even during the start. */
export async function serve(config: Config): Promise<void> {
  const server = await startUntilSignal(config)
  server?.services.runtime.log.info({ address: server.address, docs: `${server.address}/docs` }, 'serving')
}

import closeWithGrace from 'close-with-grace'
import type { Config } from './config.ts'
import { type RunningServer, startServer } from './server.ts'

/**
 * Starts the service. On a signal to end the process, lets requests in flight finish and closes everything.
 * Returns null if the signal arrives during the start, which is then aborted.
 */
export async function startUntilSignal(config: Config): Promise<RunningServer | null> {
  const stopping = new AbortController()
  const starting = startServer(config, stopping.signal)
  const graceful = closeWithGrace(
    { delay: config.SHUTDOWN_DELAY_MS + config.SHUTDOWN_TIMEOUT_MS, logger: false, skip: ['beforeExit'] },
    async ({ err }) => {
      stopping.abort()
      // A failed start has already cleaned up.
      const server = await starting.catch(() => null)
      if (err)
        server?.services.runtime.log.fatal(
          { err: { type: err.name, stack: err.stack } },
          'stopping after an error',
        )
      if (!err) await server?.leaveBalancer()
      await server?.stop()
    },
  )
  try {
    return await starting
  } catch (error) {
    if (error === stopping.signal.reason) return null
    // After a failed start there is nothing to stop; the caller reports the failure.
    graceful.uninstall()
    throw error
  }
}

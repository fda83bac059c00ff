import closeWithGrace from 'close-with-grace'
import type { Config } from './config.ts'
import type { RunningServer } from './server.ts'

/** On the signal that ends the process, lets requests in flight finish and closes what was opened. */
export function stopOnSignal(config: Config, starting: Promise<RunningServer>): void {
  const graceful = closeWithGrace(
    { delay: config.SHUTDOWN_TIMEOUT_MS, logger: false, skip: ['beforeExit'] },
    async ({ err }) => {
      // Where the start fails, it has cleaned up behind itself.
      const server = await starting.catch(() => null)
      if (err)
        server?.services.runtime.log.fatal(
          { err: { type: err.name, stack: err.stack } },
          'stopping after an error',
        )
      await server?.stop()
    },
  )
  // A failed start has nothing to stop; its caller reports the failure.
  starting.catch(graceful.uninstall)
}

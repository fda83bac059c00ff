import type { App } from './app-type.ts'

/**
 * Closes connections with their next response while the service stops, so that clients with open connections
 * can't delay the end.
 */
export function closeConnectionsWhenStopping(app: App): void {
  let stopping = false
  app.addHook('preClose', async () => {
    stopping = true
  })
  app.addHook('onSend', async (_request, reply) => {
    if (stopping) reply.header('connection', 'close')
  })
}

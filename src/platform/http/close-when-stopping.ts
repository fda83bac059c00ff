import type { App } from './app-type.ts'

/** Answers that leave while the service stops close their connection: a client that keeps it open can't hold up the end. */
export function closeConnectionsWhenStopping(app: App): void {
  let stopping = false
  app.addHook('preClose', async () => {
    stopping = true
  })
  app.addHook('onSend', async (_request, reply) => {
    if (stopping) reply.header('connection', 'close')
  })
}

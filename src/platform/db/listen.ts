import pg from 'pg'

const FIRST_RECONNECT_MS = 20
const SLOWEST_RECONNECT_MS = 2000

export interface Listener {
  stop(): Promise<void>
}

/**
 * Listens on a channel over a separate connection and reconnects when it breaks, first soon and then at
 * growing intervals. Calls `onWake` for each notification and after each (re)connection, since some may have
 * been missed in between.
 */
export function listen(options: {
  connectionString: string
  channel: string
  onWake: () => void
  onError: (error: Error) => void
}): Listener {
  let stopped = false
  let client: pg.Client | null = null
  let timer: NodeJS.Timeout | undefined
  let reconnectMs = FIRST_RECONNECT_MS

  function reconnectLater(error: Error, broken: pg.Client): void {
    if (stopped || client !== broken) return
    client = null
    broken.end().catch(() => {})
    options.onError(error)
    timer = setTimeout(connect, reconnectMs)
    reconnectMs = Math.min(2 * reconnectMs, SLOWEST_RECONNECT_MS)
  }

  function connect(): void {
    const next = new pg.Client({
      connectionString: options.connectionString,
      application_name: 'smartsource listen',
      connectionTimeoutMillis: 3000,
      keepAlive: true,
    })
    client = next
    next.on('error', (error) => reconnectLater(error, next))
    next.on('end', () => reconnectLater(new Error('connection ended'), next))
    next.on('notification', options.onWake)
    next
      .connect()
      .then(() => next.query(`listen ${pg.escapeIdentifier(options.channel)}`))
      .then(() => {
        reconnectMs = FIRST_RECONNECT_MS
        options.onWake()
      })
      .catch((error: Error) => reconnectLater(error, next))
  }

  connect()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await client?.end().catch(() => {})
    },
  }
}

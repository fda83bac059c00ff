import { setTimeout as delay } from 'node:timers/promises'
import {
  type EventPattern,
  type ItemOf,
  orThrow,
  type Smartsource,
  SmartsourceError,
  TokenError,
} from 'smartsource/client'
import { SECOND_MS } from '../shared/time.ts'

const POLL_MS = SECOND_MS
const RETRY_MS = 2 * SECOND_MS
const PAGE_EVENTS = 100
/** These events are so rare that a page of them reaches the end of the feed. */
const RARE: EventPattern[] = ['webhook_endpoint.tested']

export type FeedEvent = ItemOf<'/v1/events'>

export interface Following {
  /** Default: all types. */
  types: EventPattern[] | undefined
  /** Start with events since this time. Default: only new events. */
  since: Date | undefined
  signal: AbortSignal
  /** Called once if the service can't be reached, and with null when it is reachable again. */
  onConnection: (trouble: string | null) => void
}

/**
 * Follows the events of a partner, each once and in order, until the signal is aborted. Resolves when the
 * start position is known: later events are not missed. Retries while the service can't be reached; ends with
 * an error if it refuses.
 */
export async function followEvents(
  api: Smartsource,
  following: Following,
): Promise<AsyncGenerator<FeedEvent, void>> {
  const read = createReader(api, following)
  const cursor = following.since ? undefined : await endOfFeed(read)
  return eventsAfter(cursor, read, following)
}

async function* eventsAfter(start: string | undefined, read: Read, { types, since, signal }: Following) {
  for (let cursor = start; ; ) {
    const page = await read({ types, cursor })
    for (const event of page.data) if (!since || new Date(event.occurred_at) >= since) yield event
    cursor = page.next_cursor
    if (!page.has_more) await delay(POLL_MS, undefined, { signal })
  }
}

type Read = ReturnType<typeof createReader>

async function endOfFeed(read: Read): Promise<string> {
  for (let cursor: string | undefined; ; ) {
    const page = await read({ types: RARE, cursor })
    cursor = page.next_cursor
    if (!page.has_more) return cursor
  }
}

/** Reads one page, however long the service is unreachable. */
function createReader(api: Smartsource, { signal, onConnection }: Following) {
  let isAway = false
  return async ({ types, cursor }: { types: EventPattern[] | undefined; cursor: string | undefined }) => {
    const query = { limit: PAGE_EVENTS, ...(types && { types }), ...(cursor !== undefined && { cursor }) }
    for (;;) {
      try {
        const page = orThrow(await api.GET('/v1/events', { params: { query }, signal }))
        if (isAway) onConnection(null)
        isAway = false
        return page
      } catch (error) {
        if (signal.aborted || !mayPass(error)) throw error
        if (!isAway) onConnection(troubleOf(error))
        isAway = true
        await delay(RETRY_MS, undefined, { signal })
      }
    }
  }
}

/**
 * Returns whether the same request may succeed later: the service was unreachable, overloaded or being
 * replaced.
 */
function mayPass(error: unknown): boolean {
  if (error instanceof SmartsourceError || error instanceof TokenError)
    return error.status >= 500 || error.status === 429
  return true
}

function troubleOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (cause instanceof Error) return 'code' in cause ? String(cause.code) : cause.message
  return String(cause)
}

import type { Reading } from '../../platform/telemetry/index.ts'
import type { Services } from '../services.ts'
import { type Backlog, readBacklog } from './backlog.ts'

/** Readings are cached for this time. */
const KEPT_MS = 5000

/** Creates the readings that `/metrics` reports besides request times. */
export function createReadings({
  runtime,
  market,
  background,
}: Pick<Services, 'runtime' | 'market' | 'background'>): Reading[] {
  const { db, clock, pool } = runtime
  const { engine, feed } = market
  const backlog = keptFor(KEPT_MS, () => readBacklog(db, clock()))
  const waiting = (name: string, what: string, key: keyof Backlog): Reading => ({
    name: `smartsource_${name}`,
    help: `${what} (at most 100,000 are counted)`,
    read: async () => (await backlog())[key],
  })
  return [
    gauge('database_connections', 'Connections in the pool', () => pool.totalCount),
    gauge('database_connections_idle', 'Idle connections in the pool', () => pool.idleCount),
    gauge('database_queries_waiting', 'Queries waiting for a connection', () => pool.waitingCount),
    gauge('index_needs', 'Needs in the index', () => engine.size.needs),
    gauge('index_offers', 'Offers in the index', () => engine.size.offers),
    gauge('index_ready', '1 once the index is fully loaded', () => (feed.ready ? 1 : 0)),
    gauge('index_behind_seconds', 'Time since the index was last up to date', () => feed.behindMs / 1000),
    gauge('leads', '1 if this process does the periodic work of all', () =>
      background.leader.leads ? 1 : 0,
    ),
    waiting('imports_waiting', 'Imports queued or running', 'imports'),
    waiting('jobs_waiting', 'Jobs in the queue', 'jobs'),
    waiting('webhook_deliveries_due', 'Webhook deliveries due now', 'deliveries'),
    waiting('events_unnumbered', 'Events not yet numbered', 'events'),
    waiting('match_alerts_behind', 'Events whose matches are not yet reported', 'alerts'),
  ]
}

function gauge(name: string, help: string, read: () => number): Reading {
  return { name: `smartsource_${name}`, help, read }
}

/** Concurrent callers share one result. */
function keptFor<T>(ms: number, read: () => Promise<T>): () => Promise<T> {
  let kept: { value: Promise<T>; untilMs: number } | null = null
  return () => {
    const nowMs = performance.now()
    if (!kept || kept.untilMs < nowMs) kept = { value: read(), untilMs: nowMs + ms }
    return kept.value
  }
}

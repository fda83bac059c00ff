import { and, desc, eq, lte, type SQL, sql } from 'drizzle-orm'
import { countUpTo, type Queryable, runNamed } from '../../../platform/db/index.ts'
import { eventPositions, events, type Positions } from '../../../platform/events/index.ts'
import { idToUuid, uuidToId } from '../../../shared/ids.ts'
import type { EndpointId } from './endpoints.repository.ts'
import {
  type AttemptRow,
  type DeliveryRow,
  type EndpointRow,
  webhookAttempts,
  webhookDeliveries,
} from './webhooks.table.ts'

/** A claimed delivery, with everything needed to send it. */
export interface ClaimedDelivery
  extends Pick<
    DeliveryRow,
    | 'partnerId'
    | 'id'
    | 'endpointId'
    | 'eventId'
    | 'type'
    | 'resourceId'
    | 'data'
    | 'occurredAt'
    | 'attemptCount'
  > {
  url: string
  /** Encrypted signing secrets, newest first. */
  secrets: string[]
}

/** Result of an attempt: the delivery has ended, or will be retried. */
export type DeliveryOutcome = Pick<DeliveryRow, 'id' | 'status' | 'nextAttemptAt'>

type ClaimedRow = Record<
  'partner_id' | 'id' | 'endpoint_id' | 'event_id' | 'type' | 'resource_id' | 'url',
  string
> & {
  data: DeliveryRow['data']
  occurred_at: string | Date
  attempt_count: number
  secrets: string[]
}

const ofEvent = sql`e.partner_id, e.id as event_id, e.type, e.resource_id, e.data, e.occurred_at`
const wanted = sql`(w.event_types is null or e.type = any(w.event_types)
  or split_part(e.type, '.', 1) || '.*' = any(w.event_types))`

/** Queues deliveries and claims them for sending. */
export function createDeliveryQueue(db: Queryable) {
  /**
   * Adds deliveries: `source` selects an endpoint, an event and an order. The endpoints must be locked. The first delivery
   * of each resource is due now if no other one of it is pending; the rest wait for it.
   */
  async function add(name: string, source: SQL, now: Date): Promise<number> {
    const { rowCount } = await runNamed(
      db,
      `queue_deliveries_of_${name}`,
      sql`
      with source as (${source})
      insert into webhook_deliveries
        (partner_id, endpoint_id, event_id, type, resource_id, data, occurred_at, state, created_at, next_attempt_at)
      select partner_id, endpoint_id, event_id, type, resource_id, data, occurred_at, 'pending',
        ${now.toISOString()}::timestamptz,
        case when row_number() over (partition by partner_id, endpoint_id, resource_id order by place) = 1
            and not exists (
              select from webhook_deliveries d where d.partner_id = source.partner_id
                and d.endpoint_id = source.endpoint_id and d.resource_id = source.resource_id and d.state = 'pending')
          then ${now.toISOString()}::timestamptz end
      from source order by place`,
    )
    return rowCount ?? 0
  }

  return {
    /** Queues the events with these positions for every endpoint that subscribes to them. */
    async addNumbered({ first, last }: Positions, now: Date): Promise<number> {
      const between = sql`p.position between ${String(first)}::bigint and ${String(last)}::bigint`
      await runNamed(
        db,
        'lock_endpoints_of_events',
        sql`
        select from webhook_endpoints where status = 'enabled'
          and partner_id in (select p.partner_id from ${eventPositions} p where ${between})
        order by partner_id, id for share`,
      )
      return add(
        'events',
        sql`select w.id as endpoint_id, p.position as place, ${ofEvent}
          from ${eventPositions} p
          join ${events} e on e.partner_id = p.partner_id and e.id = p.event_id
          join webhook_endpoints w on w.partner_id = e.partner_id and w.status = 'enabled' and ${wanted}
          where ${between} and e.type not like '%.reranked'`,
        now,
      )
    },

    /**
     * Queues at most `limit` events since a moment for an endpoint that subscribes to them, except those already waiting.
     */
    addSince({ partnerId, id }: EndpointRow, since: Date, limit: number, now: Date): Promise<number> {
      return add(
        'replay',
        sql`select w.id as endpoint_id, p.position as place, ${ofEvent}
          from webhook_endpoints w
          join ${events} e on e.partner_id = w.partner_id and e.occurred_at >= ${since.toISOString()}::timestamptz
          join ${eventPositions} p on p.partner_id = e.partner_id and p.event_id = e.id
          where w.partner_id = ${idToUuid(partnerId)} and w.id = ${idToUuid(id)} and ${wanted}
            and e.type not like '%.reranked' and not exists (
              select from webhook_deliveries d where d.partner_id = w.partner_id and d.endpoint_id = w.id
                and d.resource_id = e.resource_id and d.event_id = e.id and d.state = 'pending')
          order by p.position limit ${limit}`,
        now,
      )
    },

    /** Queues a message that is not an event of the feed. */
    async addMessage(
      { partnerId, id }: EndpointRow,
      message: Pick<DeliveryRow, 'eventId' | 'type' | 'resourceId' | 'data' | 'occurredAt'>,
      now: Date,
    ): Promise<DeliveryRow | undefined> {
      const { eventId, type, resourceId, data, occurredAt } = message
      await add(
        'message',
        sql`select ${idToUuid(partnerId)}::uuid as partner_id, ${idToUuid(id)}::uuid as endpoint_id,
          ${idToUuid(eventId)}::uuid as event_id, ${type}::text as type, ${resourceId}::text as resource_id,
          ${data ? JSON.stringify(data) : null}::jsonb as data, ${occurredAt.toISOString()}::timestamptz as occurred_at,
          1 as place`,
        now,
      )
      const [row] = await db
        .select()
        .from(webhookDeliveries)
        .where(
          and(
            eq(webhookDeliveries.partnerId, partnerId),
            eq(webhookDeliveries.endpointId, id),
            eq(webhookDeliveries.eventId, eventId),
          ),
        )
        .orderBy(desc(webhookDeliveries.position))
        .limit(1)
      return row
    },

    /** Counts due deliveries, up to `most`. */
    countDue(now: Date, most: number): Promise<number> {
      const due = lte(webhookDeliveries.nextAttemptAt, now)
      return countUpTo(db, sql`select 1 from ${webhookDeliveries} where ${due}`, most)
    },

    /**
     * Claims due deliveries, the longest due first, and at most `perEndpoint` of one endpoint, including those in progress.
     * Nobody else claims them before `until`; by then a process without an outcome has died.
     */
    async claim(given: {
      now: Date
      until: Date
      limit: number
      perEndpoint: number
      inFlight: ReadonlyMap<EndpointId, number>
    }): Promise<ClaimedDelivery[]> {
      const { limit, perEndpoint, inFlight } = given
      const now = sql`${given.now.toISOString()}::timestamptz`
      const { rows } = await runNamed<ClaimedRow>(
        db,
        'claim_deliveries',
        sql`
        with free as (
          select w.partner_id, w.id, w.url, greatest(0, ${perEndpoint}::int - coalesce(h.count, 0)) as slots
          from webhook_endpoints w
          left join unnest(${sql.param([...inFlight.keys()].map(idToUuid))}::uuid[],
            ${sql.param([...inFlight.values()])}::int[]) as h (id, count) on h.id = w.id
          where w.status = 'enabled'),
        due as (
          select d.partner_id, d.id, free.url,
            array(select s.secret from webhook_secrets s where s.partner_id = free.partner_id
              and s.endpoint_id = free.id and (s.ends_at is null or s.ends_at > ${now})
              order by s.id desc) as secrets
          from free cross join lateral (
            select d.partner_id, d.id, d.next_attempt_at from webhook_deliveries d
            where d.partner_id = free.partner_id and d.endpoint_id = free.id and d.next_attempt_at <= ${now}
            order by d.next_attempt_at limit free.slots for update skip locked) d
          order by d.next_attempt_at limit ${limit})
        update webhook_deliveries d
        set attempt_count = attempt_count + 1, next_attempt_at = ${given.until.toISOString()}::timestamptz
        from due where d.partner_id = due.partner_id and d.id = due.id
        returning d.partner_id, d.id, d.endpoint_id, d.event_id, d.type, d.resource_id, d.data, d.occurred_at,
          d.attempt_count, due.url, due.secrets`,
      )
      return rows.map((row) => ({
        partnerId: uuidToId('partner', row.partner_id),
        id: uuidToId('delivery', row.id),
        endpointId: uuidToId('endpoint', row.endpoint_id),
        eventId: uuidToId('event', row.event_id),
        type: row.type,
        resourceId: row.resource_id,
        data: row.data,
        occurredAt: new Date(row.occurred_at),
        attemptCount: row.attempt_count,
        url: row.url,
        secrets: row.secrets,
      }))
    },

    /** Releases a delivery whose attempt was interrupted: it is due again, and the attempt does not count. */
    async release({ partnerId, id }: ClaimedDelivery, now: Date): Promise<void> {
      await db
        .update(webhookDeliveries)
        .set({ nextAttemptAt: now, attemptCount: sql`${webhookDeliveries.attemptCount} - 1` })
        .where(
          and(
            eq(webhookDeliveries.partnerId, partnerId),
            eq(webhookDeliveries.id, id),
            eq(webhookDeliveries.status, 'pending'),
          ),
        )
    },

    /**
     * Stores attempts and their outcomes. The next delivery of each finished resource becomes due. The endpoint must be
     * locked.
     */
    async storeAttempts(
      { partnerId, id }: EndpointRow,
      attempts: readonly AttemptRow[],
      outcomes: readonly DeliveryOutcome[],
      now: Date,
    ): Promise<void> {
      await db.insert(webhookAttempts).values([...attempts])
      const nextAttempts = outcomes.map(({ nextAttemptAt }) => nextAttemptAt?.toISOString() ?? null)
      await db.execute(sql`
        with ended as (
          update webhook_deliveries d
          set state = outcome.state, next_attempt_at = outcome.next_attempt_at,
            ended_at = case when outcome.state <> 'pending' then ${now.toISOString()}::timestamptz end
          from unnest(${sql.param(outcomes.map((outcome) => idToUuid(outcome.id)))}::uuid[],
            ${sql.param(outcomes.map(({ status }) => status))}::text[],
            ${sql.param(nextAttempts)}::timestamptz[]) as outcome (id, state, next_attempt_at)
          where d.partner_id = ${idToUuid(partnerId)} and d.id = outcome.id and d.state = 'pending'
          returning d.id, d.resource_id, d.state, d.position)
        update webhook_deliveries d set next_attempt_at = ${now.toISOString()}::timestamptz
        from (
          select next.id from ended cross join lateral (
            select w.id from webhook_deliveries w
            where w.partner_id = ${idToUuid(partnerId)} and w.endpoint_id = ${idToUuid(id)}
              and w.resource_id = ended.resource_id and w.state = 'pending' and w.position > ended.position
            order by w.position limit 1) next
          where ended.state <> 'pending') next
        where d.partner_id = ${idToUuid(partnerId)} and d.id = next.id`)
    },
  }
}

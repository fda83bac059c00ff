import { and, eq, isNotNull, type SQLWrapper, sql } from 'drizzle-orm'
import { type Queryable, runNamed } from '../../../platform/db/index.ts'
import { eventNumbering, eventPositions, events } from '../../../platform/events/index.ts'
import {
  type Id,
  idToUuid,
  type NeedId,
  type OfferId,
  type PartnerId,
  uuidToId,
} from '../../../shared/ids.ts'
import { needs, offers } from '../../postings/index.ts'
import { matchAlertProgress } from './match-alerts.table.ts'

/** A need or offer that wants matches at or above this score reported. */
export interface Alerted {
  partnerId: PartnerId
  id: NeedId | OfferId
  minScore: number
}

/** A match, and the posting to report it to. */
export interface FoundMatch {
  partnerId: PartnerId
  postingId: NeedId | OfferId
  needId: NeedId
  offerId: OfferId
  score: number
}

/** What happened to something, in the order of all events. */
export interface PlacedEvent {
  partnerId: PartnerId
  position: bigint
  type: string
  resourceId: string
}

type EventRow = { partner_id: string; position: string; type: string; resource_id: string }

/** Written out, so that the plan of a prepared statement can use the index of open postings. */
const isOpen = (status: SQLWrapper) => sql`${status} = 'open'`

export function createMatchAlertsRepository(db: Queryable) {
  return {
    /** Claims the next events and returns their start. Returns null if none are left or another process has claimed them. */
    async claim(now: Date, until: Date): Promise<bigint | null> {
      const { rows } = await runNamed<{ position: string }>(
        db,
        'claim_match_alerts',
        sql`
        update match_alert_progress set claimed_until = ${until.toISOString()}::timestamptz
        where position < (select ${eventNumbering.lastPosition} from ${eventNumbering})
          and (claimed_until is null or claimed_until < ${now.toISOString()}::timestamptz)
        returning position::text as position`,
      )
      return rows[0] ? BigInt(rows[0].position) : null
    },

    /** Ends the claim on events that were not reported. */
    async release(from: bigint): Promise<void> {
      await db
        .update(matchAlertProgress)
        .set({ claimedUntil: null })
        .where(eq(matchAlertProgress.position, from))
    },

    /** Stores that everything up to `to` is reported. Returns false if another process was faster. */
    async moveOn(from: bigint, to: bigint): Promise<boolean> {
      const { rowCount } = await runNamed(
        db,
        'move_on_match_alerts',
        sql`
        update match_alert_progress set position = ${String(to)}::bigint, claimed_until = null
        where position = ${String(from)}::bigint`,
      )
      return rowCount === 1
    },

    /** Counts events whose matches have not been reported yet, up to `most`. */
    async countBehind(most: number): Promise<number> {
      const { rows } = await db.execute<{ count: number }>(sql`
        select least(${most}, ${eventNumbering.lastPosition} - ${matchAlertProgress.position})::int as count
        from ${eventNumbering}, ${matchAlertProgress}`)
      return rows[0]?.count ?? 0
    },

    async eventsAfter(position: bigint, limit: number): Promise<PlacedEvent[]> {
      const { rows } = await runNamed<EventRow>(
        db,
        'events_to_report',
        sql`
        select p.partner_id, p.position::text as position, e.type, e.resource_id
        from ${eventPositions} p join ${events} e on e.partner_id = p.partner_id and e.id = p.event_id
        where p.position > ${String(position)}::bigint order by p.position limit ${limit}`,
      )
      return rows.map((row) => ({
        partnerId: uuidToId('partner', row.partner_id),
        position: BigInt(row.position),
        type: row.type,
        resourceId: row.resource_id,
      }))
    },

    alertedNeeds(): Promise<Alerted[]> {
      return db
        .select({ partnerId: needs.partnerId, id: needs.id, minScore: sql<number>`${needs.alertMinScore}` })
        .from(needs)
        .where(and(isNotNull(needs.alertMinScore), isOpen(needs.status)))
        .prepare('alerted_needs')
        .execute()
    },

    alertedOffers(): Promise<Alerted[]> {
      return db
        .select({
          partnerId: offers.partnerId,
          id: offers.id,
          minScore: sql<number>`${offers.alertMinScore}`,
        })
        .from(offers)
        .where(and(isNotNull(offers.alertMinScore), isOpen(offers.status)))
        .prepare('alerted_offers')
        .execute()
    },

    /** Stores these matches as reported and returns those that were not reported before. */
    async addReported(found: readonly FoundMatch[], now: Date): Promise<FoundMatch[]> {
      if (found.length === 0) return []
      const otherOf = ({ postingId, needId, offerId }: FoundMatch) =>
        postingId === needId ? offerId : needId
      const keyOf = (postingId: string, otherId: string) => `${postingId} ${otherId}`
      const { rows } = await db.execute<{ posting_id: string; other_id: string }>(sql`
        insert into told_matches (partner_id, posting_id, other_id, told_at)
        select *, ${now.toISOString()}::timestamptz from unnest(
          ${sql.param(found.map(({ partnerId }) => idToUuid(partnerId)))}::uuid[],
          ${sql.param(found.map(({ postingId }) => idToUuid(postingId)))}::uuid[],
          ${sql.param(found.map((one) => idToUuid(otherOf(one))))}::uuid[])
        on conflict do nothing returning posting_id, other_id`)
      const added = new Set(rows.map((row) => keyOf(row.posting_id, row.other_id)))
      return found.filter((one) => added.delete(keyOf(idToUuid(one.postingId), idToUuid(otherOf(one)))))
    },

    /** Deletes the reports to postings that no longer exist. */
    async forget(postings: readonly { partnerId: PartnerId; id: Id<'need' | 'offer'> }[]): Promise<void> {
      if (postings.length === 0) return
      await db.execute(sql`
        delete from told_matches where (partner_id, posting_id) in (
          select * from unnest(${sql.param(postings.map(({ partnerId }) => idToUuid(partnerId)))}::uuid[],
            ${sql.param(postings.map(({ id }) => idToUuid(id)))}::uuid[]))`)
    },
  }
}

import { type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../../platform/db/index.ts'
import { type Id, idToUuid, type PartnerId } from '../../shared/ids.ts'
import { introductions } from './introductions.table.ts'
import { trackRecords } from './track-records.table.ts'

/** The organization or helper of a track record. */
export interface Party {
  partnerId: PartnerId
  id: Id<'org' | 'helper'>
}

/** An unanswered introduction counts only if the side had this long to answer. */
const MIN_HOURS_TO_ANSWER = 24

/** At most this many introductions and engagements count per other partner, so that none can make or ruin a record. */
const COUNTED_PER_PARTNER = 3

/**
 * Recounts how these parties answered introductions. Must be called after the change, in its transaction. The records stay
 * locked, so that simultaneous changes are counted one after another.
 */
export async function recountAnswers(db: Queryable, parties: readonly Party[]): Promise<void> {
  if (parties.length === 0) return
  await lockTrackRecords(db, parties)
  const { id, needPartnerId, organizationId, offerPartnerId, helperId, proposedBy } = introductions
  const { status, reason, createdAt, answeredAt, expiresAt } = introductions
  const hours = sql`greatest(0, extract(epoch from ${answeredAt} - ${createdAt})) / 3600`
  const asked = sql`select ${id} as id, ${status} as status, ${hours} as hours`
  // As in the indexes `introductions_asked_of_…`.
  const hasEnded = sql`${status} in ('accepted', 'declined', 'expired')`
  const counts = sql`(
    ${status} = 'declined' or (${status} = 'accepted' and ${reason} is distinct from 'ring')
    or (${status} = 'expired' and ${expiresAt} >= ${createdAt} + ${MIN_HOURS_TO_ANSWER} * interval '1 hour'))`
  const dealings = sql`
    ${asked}, ${needPartnerId} as other_partner_id from ${introductions}
    where ${offerPartnerId} = ${trackRecords.partnerId} and ${helperId} = ${trackRecords.id}
      and ${proposedBy} = 'need' and ${hasEnded} and ${counts}
    union all
    ${asked}, ${offerPartnerId} from ${introductions}
    where ${needPartnerId} = ${trackRecords.partnerId} and ${organizationId} = ${trackRecords.id}
      and ${proposedBy} = 'offer' and ${hasEnded} and ${counts}`
  await db.execute(sql`
    update ${trackRecords} set (introductions_answered, introductions_ignored, answer_hours) = (
      select
        count(*) filter (where status <> 'expired'),
        count(*) filter (where status = 'expired'),
        coalesce(sum(hours) filter (where status <> 'expired'), 0)
      from ${boundedDealings(dealings)})
    where ${isOfParties(parties)}`)
}

/** Locks track records until the transaction ends. Creates empty ones for parties that have none. */
export async function lockTrackRecords(db: Queryable, parties: readonly Party[]): Promise<void> {
  const byUuid = new Map(parties.map(({ partnerId, id }) => [idToUuid(id), partnerId]))
  // In a fixed order, so that two writers can't deadlock.
  const rows = [...byUuid]
    .map(([id, partnerId]) => ({ id, partnerId }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  await db
    .insert(trackRecords)
    .values(rows)
    .onConflictDoUpdate({
      target: [trackRecords.partnerId, trackRecords.id],
      set: { completed: trackRecords.completed },
      // Nothing is written, but PostgreSQL locks the row.
      setWhere: sql`false`,
    })
}

/**
 * Selects the dealings of a party (`id`, `other_partner_id` and more) that count in its record: all within its own partner,
 * and the newest with each other partner.
 */
export function boundedDealings(dealings: SQL): SQL {
  return sql`(
    select * from (
      select *, row_number() over (partition by other_partner_id order by id desc) as place
      from (${dealings}) as dealings
    ) as placed
    where place <= ${COUNTED_PER_PARTNER} or other_partner_id = ${trackRecords.partnerId}
  ) as bounded`
}

/** Matches the records of these parties. */
export function isOfParties(parties: readonly Party[]): SQL {
  const partnerIds = sql.param(parties.map(({ partnerId }) => idToUuid(partnerId)))
  const ids = sql.param(parties.map(({ id }) => idToUuid(id)))
  return sql`(${trackRecords.partnerId}, ${trackRecords.id}) in
    (select * from unnest(${partnerIds}::uuid[], ${ids}::uuid[]))`
}

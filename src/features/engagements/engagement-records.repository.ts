import { sql } from 'drizzle-orm'
import type { Queryable } from '../../platform/db/index.ts'
import {
  boundedDealings,
  isOfParties,
  lockTrackRecords,
  type Party,
  type Side,
  trackRecords,
} from '../introductions/index.ts'
import { reasonsWithFault, SILENCE_DAYS } from './end-reasons.ts'
import { engagements } from './engagements.table.ts'

/**
 * Recounts how these parties kept to their engagements. Must be called after the change, in its transaction. The records
 * stay locked, so that simultaneous changes are counted one after another.
 */
export async function recountEngagements(db: Queryable, parties: readonly Party[]): Promise<void> {
  await lockTrackRecords(db, parties)
  const { id, needPartnerId, organizationId, offerPartnerId, helperId, status } = engagements
  const ended = sql`select ${id} as id, ${status} as status`
  const dealings = sql`
    ${ended}, ${needPartnerId} as other_partner_id from ${engagements}
    where ${offerPartnerId} = ${trackRecords.partnerId} and ${helperId} = ${trackRecords.id}
      and ${status} <> 'active' and ${countsFor('offer')}
    union all
    ${ended}, ${offerPartnerId} from ${engagements}
    where ${needPartnerId} = ${trackRecords.partnerId} and ${organizationId} = ${trackRecords.id}
      and ${status} <> 'active' and ${countsFor('need')}`
  await db.execute(sql`
    update ${trackRecords} set (completed, broken) = (
      select count(*) filter (where status = 'completed'), count(*) filter (where status <> 'completed')
      from ${boundedDealings(dealings)})
    where ${isOfParties(parties)}`)
}

/** Matches work that was completed, or that ended early through the fault of this side. */
function countsFor(side: Side) {
  const { status, endedBy, endReason, startedAt, endedAt } = engagements
  const [own, ofOther] = [sql.param(reasonsWithFault('ender')), sql.param(reasonsWithFault('other'))]
  return sql`(${status} = 'completed'
    or (${endedBy} = ${side} and ${endReason} = any(${own}::text[]))
    or (${endedBy} <> ${side} and ${endReason} = any(${ofOther}::text[])
      and ${endedAt} >= ${startedAt} + ${SILENCE_DAYS} * interval '1 day'))`
}

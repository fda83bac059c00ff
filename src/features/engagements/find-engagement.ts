import type { Queryable } from '../../platform/db/index.ts'
import { DomainError, notFound } from '../../shared/errors.ts'
import { validationFailed } from '../../shared/faults.ts'
import type { PartnerId } from '../../shared/ids.ts'
import { type Side, sidesOf } from '../introductions/index.ts'
import { createEngagementsRepository, type EngagementId } from './engagements.repository.ts'
import type { EngagementRow } from './engagements.table.ts'

/** Throws `engagement_not_found` for anybody but its two partners. */
export async function findEngagement(
  db: Queryable,
  partnerId: PartnerId,
  id: EngagementId,
  lock?: 'update',
): Promise<EngagementRow> {
  const row = await createEngagementsRepository(db).find(partnerId, id, lock)
  if (!row) throw notFound('engagement')
  return row
}

/** The same, locked; throws `engagement_not_active` where the work has ended. */
export async function findActive(
  db: Queryable,
  partnerId: PartnerId,
  id: EngagementId,
): Promise<EngagementRow> {
  const row = await findEngagement(db, partnerId, id, 'update')
  if (row.state === 'active') return row
  throw new DomainError('engagement_not_active', `The engagement is ${row.state.replace('_', ' ')}.`)
}

/** The side that a partner speaks for; it must say which where both are its own. Throws `not_your_side`. */
export function speakingSide(row: EngagementRow, partnerId: PartnerId, given: Side | undefined): Side {
  const own = sidesOf(row, partnerId)
  const [only] = own
  if (given === undefined && own.length === 1 && only) return only
  if (given === undefined) {
    const detail = 'Say for which side you speak: both are yours.'
    throw validationFailed([{ pointer: '/side', code: 'required', detail }])
  }
  demandSide(row, partnerId, given)
  return given
}

/** Throws `not_your_side`. */
export function demandSide(row: EngagementRow, partnerId: PartnerId, side: Side): void {
  if (sidesOf(row, partnerId).includes(side)) return
  throw new DomainError('not_your_side', `That is for the side of the ${side} to do.`)
}

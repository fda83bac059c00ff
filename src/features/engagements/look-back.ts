import type { Queryable } from '../../platform/db/index.ts'
import { violatedConstraint } from '../../platform/db/index.ts'
import type { Transaction } from '../../platform/events/index.ts'
import type { Clock } from '../../shared/clock.ts'
import { DomainError } from '../../shared/errors.ts'
import type { PartnerId } from '../../shared/ids.ts'
import { notifyBoth, sidesOf } from '../introductions/index.ts'
import { createEngagementsRepository, type EngagementId } from './engagements.repository.ts'
import type { RetrospectiveInput } from './engagements.schemas.ts'
import type { RetrospectiveRow } from './engagements.table.ts'
import { findEngagement, speakingSide } from './find-engagement.ts'

/** Takes one side's answers after the end. Throws `engagement_not_ended` and `retrospective_given`. */
export async function lookBack(
  deps: { clock: Clock },
  tx: Transaction,
  partnerId: PartnerId,
  id: EngagementId,
  input: RetrospectiveInput,
): Promise<RetrospectiveRow> {
  const engagement = await findEngagement(tx.db, partnerId, id)
  const side = speakingSide(engagement, partnerId, input.side)
  if (engagement.state === 'active')
    throw new DomainError('engagement_not_ended', 'Look back once the engagement has ended.')
  const row: RetrospectiveRow = {
    engagementId: id,
    side,
    outcome: input.outcome,
    again: input.again,
    hoursSpent: input.hours_spent,
    obstacles: [...new Set(input.obstacles)],
    createdAt: deps.clock(),
  }
  try {
    await createEngagementsRepository(tx.db).insertRetrospective(row)
  } catch (error) {
    if (violatedConstraint(error) !== 'retrospectives_pkey') throw error
    throw new DomainError('retrospective_given', 'This side has looked back already.')
  }
  notifyBoth(tx, engagement, 'engagement.looked_back')
  return row
}

/** Both sides' answers; the other side's only once both are there, so that neither is led by the other. */
export async function readRetrospectives(db: Queryable, partnerId: PartnerId, id: EngagementId) {
  const engagement = await findEngagement(db, partnerId, id)
  const rows = await createEngagementsRepository(db).retrospectivesOf(id)
  const own = sidesOf(engagement, partnerId)
  return rows.filter(({ side }) => rows.length === 2 || own.includes(side))
}

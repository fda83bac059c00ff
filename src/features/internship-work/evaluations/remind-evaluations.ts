import type { InTransaction, JobContext } from '../../../platform/events/index.ts'
import type { Clock } from '../../../shared/clock.ts'
import type { PartnerId } from '../../../shared/ids.ts'
import { notifyEngagement } from '../../engagements/index.ts'
import { sides } from '../../introductions/index.ts'
import { createEvaluationsRepository } from './evaluations.repository.ts'

/** Maximum number of reminders in one transaction. */
const BATCH_SIZE = 500

/**
 * Reminds both sides of evaluations that are due, once each, also after a downtime. Returns how many were due. `sandbox` narrows
 * it to one sandbox, whose clock may be ahead.
 */
export async function remindEvaluations(
  inTransaction: InTransaction,
  clock: Clock,
  sandbox?: PartnerId,
): Promise<number> {
  let reminded = 0
  for (let count = BATCH_SIZE; count === BATCH_SIZE; reminded += count)
    count = await inTransaction((tx) => remindDue({ ...tx, clock }, sandbox))
  return reminded
}

async function remindDue(ctx: JobContext, sandbox?: PartnerId): Promise<number> {
  const repository = createEvaluationsRepository(ctx.db)
  const due = await repository.takeDue(ctx.clock(), BATCH_SIZE, sandbox)
  const ids = [...new Set(due.map(({ engagementId }) => engagementId))]
  if (ids.length === 0) return 0
  const engagements = new Map((await repository.engagementsOf(ids)).map((row) => [row.id, row]))
  const given = await repository.ofEngagements(ids)
  for (const { engagementId, moment } of due) {
    const engagement = engagements.get(engagementId)
    const waiting_for = sides.filter(
      (side) =>
        !given.some((one) => one.engagementId === engagementId && one.moment === moment && one.side === side),
    )
    if (!engagement || waiting_for.length === 0) continue
    notifyEngagement(ctx, engagement, { type: 'engagement.evaluation_due', moment, waiting_for })
  }
  return due.length
}

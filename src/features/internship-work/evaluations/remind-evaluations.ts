import type { InTransaction, JobContext } from '../../../platform/events/index.ts'
import type { Clock } from '../../../shared/clock.ts'
import type { PartnerId } from '../../../shared/ids.ts'
import { type EngagementId, notifyEngagement } from '../../engagements/index.ts'
import { sides } from '../../introductions/index.ts'
import { createEvaluationsRepository, type DueEvaluation } from './evaluations.repository.ts'

/** Maximum number of reminders in one transaction. */
const BATCH_SIZE = 500
/** Internships that one transaction examines: with 80,000 active, one statement for all took more than half a second. */
const WALKED_AT_ONCE = 5000

/**
 * Reminds both sides of due evaluations, once each, even after a downtime. Returns how many were due. `sandbox` restricts it
 * to one sandbox, whose clock may be ahead.
 */
export async function remindEvaluations(
  inTransaction: InTransaction,
  clock: Clock,
  { sandbox, walkedAtOnce = WALKED_AT_ONCE }: { sandbox?: PartnerId; walkedAtOnce?: number } = {},
): Promise<number> {
  let reminded = 0
  for (let after: EngagementId | null = null; ; ) {
    const walked = await inTransaction((tx) => remindDue({ ...tx, clock }, { after, sandbox, walkedAtOnce }))
    reminded += walked.reminded
    if (walked.upTo === null) return reminded
    // A full batch may have left some of these, so they are examined again.
    if (walked.reminded < BATCH_SIZE) after = walked.upTo
  }
}

/** Reminds of evaluations due in the next internships after one. Returns the last internship examined; null at the end. */
async function remindDue(
  ctx: JobContext,
  {
    after,
    sandbox,
    walkedAtOnce,
  }: { after: EngagementId | null; sandbox: PartnerId | undefined; walkedAtOnce: number },
): Promise<{ reminded: number; upTo: EngagementId | null }> {
  const repository = createEvaluationsRepository(ctx.db)
  const upTo = await repository.lastUnderWay({ after, sandbox }, walkedAtOnce)
  if (upTo === null) return { reminded: 0, upTo }
  const due = await repository.takeDue(ctx.clock(), BATCH_SIZE, { after, upTo, sandbox })
  await notifyDue(ctx, due)
  return { reminded: due.length, upTo }
}

async function notifyDue(ctx: JobContext, due: readonly DueEvaluation[]): Promise<void> {
  const repository = createEvaluationsRepository(ctx.db)
  const ids = [...new Set(due.map(({ engagementId }) => engagementId))]
  if (ids.length === 0) return
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
}

import type { InTransaction, JobContext } from '../../platform/events/index.ts'
import type { Clock } from '../../shared/clock.ts'
import type { PartnerId } from '../../shared/ids.ts'
import { sprintEvent } from './sprint-event.ts'
import { createSprintsRepository } from './sprints.repository.ts'

/** Maximum number of sprints that one transaction reports on. */
const BATCH_SIZE = 500

/**
 * Reports half-time and end of each sprint, once each, even after a downtime. Returns how many sprints it reported on.
 * `sandbox` limits it to one sandbox, whose clock may be ahead.
 */
export async function reportSprintMoments(
  inTransaction: InTransaction,
  clock: Clock,
  sandbox?: PartnerId,
): Promise<number> {
  let reported = 0
  for (let count = BATCH_SIZE; count === BATCH_SIZE; reported += count)
    count = await inTransaction((tx) => reportDue({ ...tx, clock }, sandbox))
  return reported
}

async function reportDue({ db, clock, append }: JobContext, sandbox?: PartnerId): Promise<number> {
  const due = await createSprintsRepository(db).takeDue(clock(), BATCH_SIZE, sandbox)
  for (const { before, after } of due) {
    if (!before.halfTimeTold) append(sprintEvent(after, 'half_time'))
    if (after.endTold) append(sprintEvent(after, 'ended'))
  }
  return due.length
}

import type { InTransaction } from '../../platform/events/index.ts'
import { type Clock, clockAhead } from '../../shared/clock.ts'
import type { PartnerId } from '../../shared/ids.ts'
import { createPartnersRepository } from '../access/index.ts'
import { expireRings } from '../barter/index.ts'
import { remindEvaluations } from '../internship-work/index.ts'
import { expireIntroductions } from '../introductions/index.ts'
import { remindCredentials } from '../postings/index.ts'
import { reportSprintMoments } from '../sprints/index.ts'

/** Does the scheduled work of one sandbox by its own clock: ends or reports what has become due. */
export async function doDueWork(
  inTransaction: InTransaction,
  clock: Clock,
  sandbox: PartnerId,
): Promise<void> {
  await expireIntroductions(inTransaction, clock, sandbox)
  await expireRings(inTransaction, clock, sandbox)
  await reportSprintMoments(inTransaction, clock, sandbox)
  await remindCredentials(inTransaction, clock, sandbox)
  await remindEvaluations(inTransaction, clock, { sandbox })
}

/** Does the due work of every sandbox whose clock is ahead, because the schedule uses real time. */
export async function followMovedClocks(inTransaction: InTransaction, clock: Clock): Promise<void> {
  const moved = await inTransaction(({ db }) => createPartnersRepository(db).movedClocks())
  for (const { id, clockAheadMs } of moved)
    await doDueWork(inTransaction, clockAhead(clock, clockAheadMs), id)
}

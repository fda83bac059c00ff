import type { InTransaction } from '../../platform/events/index.ts'
import { type Clock, clockAhead } from '../../shared/clock.ts'
import type { PartnerId } from '../../shared/ids.ts'
import { createPartnersRepository } from '../access/index.ts'
import { expireRings } from '../barter/index.ts'
import { expireIntroductions } from '../introductions/index.ts'
import { reportSprintMoments } from '../sprints/index.ts'

/** Does what the timetable does for everybody, for one sandbox and by its clock: what has become due ends or is reported. */
export async function doDueWork(
  inTransaction: InTransaction,
  clock: Clock,
  sandbox: PartnerId,
): Promise<void> {
  await expireIntroductions(inTransaction, clock, sandbox)
  await expireRings(inTransaction, clock, sandbox)
  await reportSprintMoments(inTransaction, clock, sandbox)
}

/** Does the due work of every sandbox whose clock is ahead, because for the timetable it is not due yet. */
export async function followMovedClocks(inTransaction: InTransaction, clock: Clock): Promise<void> {
  const moved = await inTransaction(({ db }) => createPartnersRepository(db).movedClocks())
  for (const { id, clockAheadMs } of moved)
    await doDueWork(inTransaction, clockAhead(clock, clockAheadMs), id)
}

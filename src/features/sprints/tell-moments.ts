import type { InTransaction } from '../../platform/events/index.ts'
import { createSprintsRepository } from './sprints.repository.ts'

const AT_ONCE = 500

/** Tells of half-time and end of sprints, each once, also what fell due while nothing ran. */
export async function tellSprintMoments(inTransaction: InTransaction, now: () => Date): Promise<number> {
  let told = 0
  for (let taken = AT_ONCE; taken === AT_ONCE; told += taken) {
    taken = await inTransaction(async (tx) => {
      const due = await createSprintsRepository(tx.db).takeDue(now(), AT_ONCE)
      for (const { before, after } of due) {
        const { partnerId, id } = after
        if (!before.halfTimeTold) tx.append({ partnerId, type: 'sprint.half_time', resourceId: id })
        if (after.endTold) tx.append({ partnerId, type: 'sprint.ended', resourceId: id })
      }
      return due.length
    })
  }
  return told
}

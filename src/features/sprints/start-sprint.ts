import type { Transaction } from '../../platform/events/index.ts'
import type { Clock } from '../../shared/clock.ts'
import { parseOrThrow } from '../../shared/faults.ts'
import { idToUuid, type NeedId, newId, type PartnerId } from '../../shared/ids.ts'
import { HOUR_MS } from '../../shared/time.ts'
import { type NeedInput, needInput } from '../postings/index.ts'
import { createSprintsRepository } from './sprints.repository.ts'
import type { SprintInput } from './sprints.schemas.ts'
import type { SprintRow } from './sprints.table.ts'

/** Help that costs no money. */
export const FREE_KINDS = ['volunteer', 'intern', 'barter'] as const

export interface StartDeps {
  clock: Clock
  postNeed(tx: Transaction, partnerId: PartnerId, input: NeedInput): Promise<{ id: NeedId }>
}

/**
 * Turns each bottleneck into a need that takes only help that costs no money, with the sprint's end as its deadline.
 * Throws as posting a need does.
 */
export async function startSprint(
  deps: StartDeps,
  tx: Transaction,
  partnerId: PartnerId,
  input: SprintInput,
): Promise<{ row: SprintRow; needIds: NeedId[] }> {
  const now = deps.clock()
  const lengthMs = input.deadline_hours * HOUR_MS
  const deadlineAt = new Date(now.getTime() + lengthMs)
  const needIds: NeedId[] = []
  // One after the other, of three at most: they are written by the verb that posts any need.
  for (const bottleneck of input.bottlenecks) {
    const body = parseOrThrow(needInput, {
      ...bottleneck,
      organization_id: input.organization_id,
      accepts: FREE_KINDS,
      deadline_at: deadlineAt.toISOString(),
    })
    needIds.push((await deps.postNeed(tx, partnerId, body)).id)
  }
  const row: SprintRow = {
    partnerId,
    id: newId('sprint'),
    organizationId: input.organization_id,
    deadlineAt,
    halfTimeAt: new Date(now.getTime() + lengthMs / 2),
    halfTimeTold: false,
    endTold: false,
    needIds: needIds.map(idToUuid),
    version: 1,
    createdAt: now,
    updatedAt: now,
  }
  await createSprintsRepository(tx.db).insert(row)
  tx.append({ partnerId, type: 'sprint.started', resourceId: row.id })
  return { row, needIds }
}

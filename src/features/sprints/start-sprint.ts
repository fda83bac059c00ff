import type { WriteContext } from '../../platform/events/index.ts'
import { DomainError, type Fault } from '../../shared/errors.ts'
import { parseOrThrow, validationFailed } from '../../shared/faults.ts'
import { idToUuid, type NeedId, newId } from '../../shared/ids.ts'
import { HOUR_MS } from '../../shared/time.ts'
import { type NeedInput, needInput } from '../postings/index.ts'
import { sprintEvent } from './sprint-event.ts'
import { createSprintsRepository } from './sprints.repository.ts'
import type { SprintInput } from './sprints.schemas.ts'
import type { SprintRow } from './sprints.table.ts'

/** Kinds of help that cost no money. */
export const FREE_KINDS = ['volunteer', 'intern', 'barter'] as const

export interface StartSprintPorts {
  /** Posts a need in the same way as the need's own route. */
  postNeed(ctx: WriteContext, input: NeedInput): Promise<{ id: NeedId }>
}

/**
 * Turns each bottleneck into a need that accepts only help that costs no money, with the end of the sprint as its
 * deadline. Throws the same errors as posting a need.
 */
export function createStartSprint({ postNeed }: StartSprintPorts) {
  return async function startSprint(
    ctx: WriteContext,
    input: SprintInput,
  ): Promise<{ row: SprintRow; needIds: NeedId[] }> {
    const { partnerId } = ctx.actor
    const now = ctx.clock()
    const lengthMs = input.deadline_hours * HOUR_MS
    const deadlineAt = new Date(now.getTime() + lengthMs)
    const needIds: NeedId[] = []
    // Posted one by one, because there are at most three and `postNeed` takes one need.
    for (const [at, bottleneck] of input.bottlenecks.entries()) {
      const body = parseOrThrow(needInput, {
        ...bottleneck,
        organization_id: input.organization_id,
        accepts: FREE_KINDS,
        deadline_at: deadlineAt.toISOString(),
      })
      needIds.push((await postNeed(ctx, body).catch(refusedAt(at))).id)
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
    await createSprintsRepository(ctx.db).insert(row)
    ctx.append(sprintEvent(row, 'started'))
    return { row, needIds }
  }
}

/** Returns an error handler that moves the pointers of a need's faults to its bottleneck in the request. */
function refusedAt(at: number): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof DomainError) || error.code !== 'validation_failed') throw error
    const inBottleneck = ({ pointer }: Fault) => pointer !== '/organization_id'
    throw validationFailed(
      error.faults.map((fault) =>
        inBottleneck(fault) ? { ...fault, pointer: `/bottlenecks/${at}${fault.pointer}` } : fault,
      ),
    )
  }
}

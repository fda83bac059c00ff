import type { ListAsked } from '../../platform/db/index.ts'
import type { Context } from '../../platform/events/index.ts'
import { type NeedId, uuidToId } from '../../shared/ids.ts'
import { DAY_MS } from '../../shared/time.ts'
import { createReadSprint, type ReadSprintPorts } from './read-sprint.ts'
import { createSprintsRepository, type SprintId } from './sprints.repository.ts'
import { createStartSprint, type StartSprintPorts } from './start-sprint.ts'

export type Sprints = ReturnType<typeof createSprints>

/** Creates the operations on the 72-hour exercise. */
export function createSprints(ports: StartSprintPorts & ReadSprintPorts) {
  return {
    start: createStartSprint(ports),
    read: createReadSprint(ports),

    list: ({ actor, db }: Context, asked: ListAsked) =>
      createSprintsRepository(db).list(actor.partnerId, asked),
    /** Counts the results of filters, up to `most`. */
    count: ({ actor, db }: Context, { asked, most }: { asked: Pick<ListAsked, 'filters'>; most: number }) =>
      createSprintsRepository(db).count(actor.partnerId, asked, most),

    /** Counts sprints that end within a day or are overdue, up to `most`. */
    countNearEnd: ({ actor, db, clock }: Context, { most }: { most: number }) =>
      createSprintsRepository(db).countEndingBefore(
        actor.partnerId,
        new Date(clock().getTime() + DAY_MS),
        most,
      ),

    /** Returns the needs of one of the caller's sprints; none if there is no such sprint. */
    async needsOf({ actor, db }: Context, { id }: { id: SprintId }): Promise<NeedId[]> {
      const row = await createSprintsRepository(db).find(actor.partnerId, id)
      return (row?.needIds ?? []).map((uuid) => uuidToId('need', uuid))
    },
  }
}

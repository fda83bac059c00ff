import type { Context } from '../../platform/events/index.ts'
import { type NeedId, uuidToId } from '../../shared/ids.ts'
import { createReadSprint, type ReadSprintPorts } from './read-sprint.ts'
import { createSprintsRepository, type SprintId } from './sprints.repository.ts'
import { createStartSprint, type StartSprintPorts } from './start-sprint.ts'

export type Sprints = ReturnType<typeof createSprints>

/** The verbs of the 72-hour exercise. */
export function createSprints(ports: StartSprintPorts & ReadSprintPorts) {
  return {
    start: createStartSprint(ports),
    read: createReadSprint(ports),

    /** The needs of one of the caller's sprints; none if there is no such sprint. */
    async needsOf({ actor, db }: Context, { id }: { id: SprintId }): Promise<NeedId[]> {
      const row = await createSprintsRepository(db).find(actor.partnerId, id)
      return (row?.needIds ?? []).map((uuid) => uuidToId('need', uuid))
    },
  }
}

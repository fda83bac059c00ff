import { createReadSprint, type ReadSprintPorts } from './read-sprint.ts'
import { createStartSprint, type StartSprintPorts } from './start-sprint.ts'

export type Sprints = ReturnType<typeof createSprints>

/** The verbs of the 72-hour exercise. */
export function createSprints(ports: StartSprintPorts & ReadSprintPorts) {
  return { start: createStartSprint(ports), read: createReadSprint(ports) }
}

import { type SprintMessages, sprintStates } from '../../../../src/shared/messages/desk/sprints.ts'
import type { ValuesOf } from './values-of.ts'

/** Values of each word of this area that needs some. */
export const sprints: ValuesOf<SprintMessages> = {
  desk_sprint_of: [{ name: 'Bakery' }],
  desk_sprint_state: sprintStates.map((state) => ({ state })),
  desk_sprint_bottleneck: [{ number: 2 }],
  desk_sprint_hours: [{ hours: 48 }, { hours: 72 }],
  desk_sprint_found_of: [{ found: 1, of: 3 }],
  desk_sprint_has_help: [{ found: true }, { found: false }],
  desk_sprint_introductions: [{ proposed: 1, accepted: 0, declined: 2 }],
  desk_sprint_opens: [{ opens: 1 }, { opens: 17 }],
}

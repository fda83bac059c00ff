type None = Record<never, never>

/** Actions of staff that the log names. */
export const sprintActions = ['sprint_started'] as const

/** Error codes that staff may get here. */
export const sprintRefusals = [] as const

/** States by which the list of sprints can be filtered. */
export const sprintStates = ['open', 'ended'] as const

export interface SprintMessages {
  desk_sprints: None
  desk_sprints_lead: None
  desk_sprints_empty: None
  desk_sprint_start: None
  desk_sprint_of: { name: string }
  desk_sprint_state: { state: (typeof sprintStates)[number] }
  desk_sprint_bottlenecks: None
  desk_sprint_bottleneck: { number: number }
  /** What to write about each bottleneck, and that the second and third are optional. */
  desk_sprint_form_lead: None
  desk_sprint_place_hint: None
  desk_sprint_public: None
  desk_sprint_length: None
  desk_sprint_hours: { hours: number }
  desk_sprint_hours_left: None
  desk_sprint_found: None
  desk_sprint_found_of: { found: number; of: number }
  desk_sprint_has_help: { found: boolean }
  desk_sprint_introductions: { proposed: number; accepted: number; declined: number }
  desk_sprint_deleted: None
  desk_sprint_nobody: None
  /** Number of offers that a change of the need would open. */
  desk_sprint_opens: { opens: number }
  desk_sprint_need: None
}

import type { Context } from '../../../platform/events/index.ts'
import type { RelatedIds } from '../../../platform/http/index.ts'
import { type Id, isId, type NeedId } from '../../../shared/ids.ts'

/** Finds the needs of one of the caller's sprints; none if the sprint does not exist. */
export type NeedsOfSprint = (ctx: Context, given: { id: Id<'sprint'> }) => Promise<readonly NeedId[]>

/** Filters of a list by the needs of a sprint. */
export function relatedNeeds(needsOfSprint: NeedsOfSprint): { sprint_id: RelatedIds } {
  return { sprint_id: async (ctx, id) => (isId('sprint', id) ? needsOfSprint(ctx, { id }) : []) }
}

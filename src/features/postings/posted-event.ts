import type { Event } from '../../platform/events/index.ts'
import { changedFields } from '../../shared/changed-fields.ts'
import type { IdPrefix } from '../../shared/ids.ts'
import type { PostedRow } from './posted.table.ts'
import type { PostedInput, PostingDefinition } from './posting-definition.ts'

/** Returns the event of a row that was just written. `before` is the row that it replaces. */
export function postedEvent<P extends IdPrefix, I extends PostedInput, R extends PostedRow<P>>(
  { name, toInput, eventFields = [] }: Pick<PostingDefinition<P, I, R>, 'name' | 'toInput' | 'eventFields'>,
  row: R,
  before?: R,
): Event {
  const { partnerId, id: resourceId } = row
  const body = toInput(row)
  const included = Object.fromEntries(eventFields.map((field) => [field, body[field]]))
  const isBare = !before && eventFields.length === 0
  const data = before ? { ...included, changed: changedFields(toInput(before), body) } : included
  const type = before ? `${name}.changed` : `${name}.posted`
  // A test compares the data of each kind with the schema of its events, since TypeScript can't tie them to a variable name.
  return { partnerId, type, resourceId, ...(isBare ? {} : { data }) } as Event
}

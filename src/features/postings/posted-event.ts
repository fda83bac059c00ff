import type { Event } from '../../platform/events/index.ts'
import { changedFields } from '../../shared/changed-fields.ts'
import type { IdPrefix } from '../../shared/ids.ts'
import type { PostedRow } from './posted.table.ts'
import type { PostedInput, PostingDefinition } from './posting-definition.ts'

/** Returns the event of a row that was just written. `before` is the row that it replaces. */
export function postedEvent<P extends IdPrefix, I extends PostedInput, R extends PostedRow<P>>(
  { name, toInput, toldFields = [] }: Pick<PostingDefinition<P, I, R>, 'name' | 'toInput' | 'toldFields'>,
  row: R,
  before?: R,
): Event {
  const { partnerId, id: resourceId } = row
  const body = toInput(row)
  const told = Object.fromEntries(toldFields.map((field) => [field, body[field]]))
  const isBare = !before && toldFields.length === 0
  const data = before ? { ...told, changed: changedFields(toInput(before), body) } : told
  const type = before ? `${name}.changed` : `${name}.posted`
  // A test compares the data of each kind with the schema of its events, since TypeScript can't tie them to a variable name.
  return { partnerId, type, resourceId, ...(isBare ? {} : { data }) } as Event
}

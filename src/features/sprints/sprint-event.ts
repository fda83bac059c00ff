import type { Event } from '../../platform/events/index.ts'
import { uuidToId } from '../../shared/ids.ts'
import type { SprintRow } from './sprints.table.ts'

/** Returns the event for a moment of a sprint. */
export function sprintEvent(row: SprintRow, moment: 'started' | 'half_time' | 'ended'): Event {
  return { partnerId: row.partnerId, type: `sprint.${moment}`, resourceId: row.id, data: dataOf(row) }
}

/** Returns the event for a change of these fields. */
export function changedEvent(row: SprintRow, changed: string[]): Event {
  const data = { ...dataOf(row), changed }
  return { partnerId: row.partnerId, type: 'sprint.changed', resourceId: row.id, data }
}

function dataOf({ organizationId, needIds }: SprintRow) {
  return { organization_id: organizationId, need_ids: needIds.map((uuid) => uuidToId('need', uuid)) }
}

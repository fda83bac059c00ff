import type { Event } from '../../platform/events/index.ts'
import { uuidToId } from '../../shared/ids.ts'
import type { SprintRow } from './sprints.table.ts'

/** The event of a moment of a sprint. */
export function sprintEvent(row: SprintRow, moment: 'started' | 'half_time' | 'ended'): Event {
  const { partnerId, id, organizationId, needIds } = row
  const need_ids = needIds.map((uuid) => uuidToId('need', uuid))
  return {
    partnerId,
    type: `sprint.${moment}`,
    resourceId: id,
    data: { organization_id: organizationId, need_ids },
  }
}

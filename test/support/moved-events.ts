import { eventData } from '../../src/platform/events/index.ts'
import { idToUuid } from '../../src/shared/ids.ts'
import type { Partner, TestService } from './service.ts'

interface Moved {
  type: string
  id: string
  data: Record<string, unknown>
}

/** The events that say that records moved to another owner, in the order of their types. Each fits the schema of its type. */
export async function movedEventsOf(
  { database }: Pick<TestService, 'database'>,
  { partnerId }: Pick<Partner, 'partnerId'>,
): Promise<Moved[]> {
  const { rows } = await database.pool.query<Moved>(
    `select type, resource_id as id, data from events
     where partner_id = $1 and data -> 'changed' ?| array['helper_id', 'organization_id', 'parties'] order by type, resource_id`,
    [idToUuid(partnerId)],
  )
  const schemas = new Map(Object.entries(eventData))
  for (const { type, data } of rows) schemas.get(type)?.parse(data)
  return rows
}

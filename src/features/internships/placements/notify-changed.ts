import type { WriteContext } from '../../../platform/events/index.ts'
import type { PlacementRow } from './placements.table.ts'

export type PlacementKey = Pick<PlacementRow, 'partnerId' | 'id'>

/** Notifies, once per placement, that results now name another candidate or organization. */
export function notifyChanged(ctx: WriteContext, placements: readonly PlacementKey[]): void {
  const distinct = new Map(placements.map((one) => [one.id, one]))
  for (const { partnerId, id } of distinct.values())
    ctx.append({ partnerId, type: 'placement.changed', resourceId: id, data: { changed: ['results'] } })
}

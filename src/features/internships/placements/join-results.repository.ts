import { sql } from 'drizzle-orm'
import type { Queryable } from '../../../platform/db/index.ts'
import { type CandidateId, idToUuid, type PartnerId, uuidToId } from '../../../shared/ids.ts'
import type { PlacementKey } from './notify-changed.ts'

/** SQL that joins one candidate of a partner into another in the results of placements. */
export function createJoinResultsRepository(
  db: Queryable,
  partnerId: PartnerId,
  { from, into }: { from: CandidateId; into: CandidateId },
) {
  const owner = sql`${idToUuid(partnerId)}::uuid`
  const both = sql`(${idToUuid(from)}::uuid, ${idToUuid(into)}::uuid)`
  return {
    /**
     * Moves results and drops one of two in the same placement. Keeps a result with an introduction, otherwise one with a
     * need, otherwise the kept candidate's. Locks the results in order of key. Returns how many moved and were dropped, and
     * the placements.
     */
    async move(): Promise<{ moved: number; dropped: number; placements: PlacementKey[] }> {
      const { rows } = await db.execute<{ id: string; is_moved: boolean }>(sql`
        select placement_id as id, candidate_id = ${idToUuid(from)}::uuid as is_moved from placement_results where partner_id = ${owner} and candidate_id in ${both}
        order by placement_id, candidate_id for update`)
      const dropped = await db.execute(sql`
        delete from placement_results where (partner_id, placement_id, candidate_id) in (
          select partner_id, placement_id, candidate_id from (
            select *, row_number() over (partition by placement_id order by
              introduction_id is null, need_id is null, candidate_id <> ${idToUuid(into)}::uuid) as place
            from placement_results where partner_id = ${owner} and candidate_id in ${both}
          ) as ranked where place > 1)`)
      const moved = await db.execute(sql`
        update placement_results set candidate_id = ${idToUuid(into)}::uuid
        where partner_id = ${owner} and candidate_id = ${idToUuid(from)}::uuid`)
      return {
        moved: moved.rowCount ?? 0,
        dropped: dropped.rowCount ?? 0,
        placements: rows
          .filter((row) => row.is_moved)
          .map(({ id }) => ({ partnerId, id: uuidToId('placement', id) })),
      }
    },
  }
}

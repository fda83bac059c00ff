import { sql } from 'drizzle-orm'
import type { Queryable } from '../../../platform/db/index.ts'
import { type HelperId, idToUuid, isId, type OrganizationId, uuidToId } from '../../../shared/ids.ts'
import { type MergedKind, mergedRecords } from './merged-records.table.ts'

type Party = HelperId | OrganizationId

/** The kinds of merged records that a party may be. A candidate's helper has the candidate's number. */
const KINDS: Readonly<Record<'helper' | 'org', readonly MergedKind[]>> = {
  helper: ['helper', 'candidate'],
  org: ['organization'],
}

export function createMergedPartiesRepository(db: Queryable) {
  return {
    /** Finds which of these parties, of any partner, were merged into others. Returns the kept one of each. */
    async keptOf(parties: readonly Party[]): Promise<ReadonlyMap<string, Party>> {
      const { id, kind, intoId } = mergedRecords
      const rows = await db
        .select({ id, kind, intoId })
        .from(mergedRecords)
        .where(sql`${id} = any(${sql.param(parties.map(idToUuid))}::uuid[])`)
      const byId = Map.groupBy(rows, (row) => row.id)
      return new Map(
        parties.flatMap((party) => {
          const prefix = isId('helper', party) ? 'helper' : 'org'
          const found = byId.get(idToUuid(party))?.find((row) => KINDS[prefix].includes(row.kind))
          return found ? [[party, uuidToId(prefix, found.intoId)] as const] : []
        }),
      )
    },
  }
}

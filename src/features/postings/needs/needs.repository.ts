import { and, eq, sql } from 'drizzle-orm'
import type { Queryable } from '../../../platform/db/index.ts'
import { idToUuid, type NeedId, type PartnerId } from '../../../shared/ids.ts'
import { createPostingRepository } from '../posting.repository.ts'
import { needList } from './needs.list.ts'
import { type NeedRow, needs } from './needs.table.ts'

export const createNeedsRepository = (db: Queryable) => ({
  ...createPostingRepository<NeedRow>(db, needList),

  /** Returns the titles of the given needs that belong to the partner. */
  titlesOf(
    partnerId: PartnerId,
    ids: readonly NeedId[],
  ): Promise<{ id: NeedId; externalId: string | null; title: string }[]> {
    const isOne = sql`${needs.id} = any(${sql.param(ids.map(idToUuid))}::uuid[])`
    return db
      .select({ id: needs.id, externalId: needs.externalId, title: needs.title })
      .from(needs)
      .where(and(eq(needs.partnerId, partnerId), isOne))
  },
})

import { and, asc, count, eq, gt } from 'drizzle-orm'
import type { Queryable } from '../../../platform/db/index.ts'
import type { Id } from '../../../shared/ids.ts'
import type { EngagementId } from '../../engagements/index.ts'
import { type DocumentRow, documents } from './documents.table.ts'

export type DocumentId = Id<'document'>

export function createDocumentsRepository(db: Queryable) {
  const is = (engagementId: EngagementId, id: DocumentId) =>
    and(eq(documents.engagementId, engagementId), eq(documents.id, id))
  return {
    async insert(row: DocumentRow): Promise<void> {
      await db.insert(documents).values(row)
    },

    async find(engagementId: EngagementId, id: DocumentId): Promise<DocumentRow | undefined> {
      return (await db.select().from(documents).where(is(engagementId, id)))[0]
    },

    list: (
      engagementId: EngagementId,
      { limit, after }: { limit: number; after: DocumentId | undefined },
    ): Promise<DocumentRow[]> =>
      db
        .select()
        .from(documents)
        .where(and(eq(documents.engagementId, engagementId), after && gt(documents.id, after)))
        .orderBy(asc(documents.id))
        .limit(limit),

    async count(engagementId: EngagementId): Promise<number> {
      const [row] = await db
        .select({ count: count() })
        .from(documents)
        .where(eq(documents.engagementId, engagementId))
      return row?.count ?? 0
    },

    async remove(engagementId: EngagementId, id: DocumentId): Promise<void> {
      await db.delete(documents).where(is(engagementId, id))
    },
  }
}

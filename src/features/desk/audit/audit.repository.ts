import { and, desc, eq, lt } from 'drizzle-orm'
import type { Queryable } from '../../../platform/db/index.ts'
import { newId, type PartnerId } from '../../../shared/ids.ts'
import { deskStaff } from '../staff/staff.table.ts'
import { type AuditRow, deskAudit } from './audit.table.ts'

/** An entry with the person's name; null for the operator. */
export type AuditEntry = AuditRow & { staffName: string | null }

/** SQL for the log of a partner's desk. */
export function createAuditRepository(db: Queryable, partnerId: PartnerId) {
  return {
    async insert(row: Omit<AuditRow, 'partnerId' | 'id'>): Promise<void> {
      await db.insert(deskAudit).values({ ...row, partnerId, id: newId('change') })
    },

    /** Lists entries, newest first. */
    async list({
      limit,
      before,
    }: {
      limit: number
      before?: AuditRow['id'] | undefined
    }): Promise<AuditEntry[]> {
      const rows = await db
        .select({ entry: deskAudit, staffName: deskStaff.name })
        .from(deskAudit)
        .leftJoin(
          deskStaff,
          and(eq(deskStaff.partnerId, deskAudit.partnerId), eq(deskStaff.id, deskAudit.staffId)),
        )
        .where(and(eq(deskAudit.partnerId, partnerId), before && lt(deskAudit.id, before)))
        .orderBy(desc(deskAudit.id))
        .limit(limit)
      return rows.map(({ entry, staffName }) => ({ ...entry, staffName }))
    },
  }
}

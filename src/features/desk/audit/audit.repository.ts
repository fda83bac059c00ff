import { and, desc, eq, inArray, lt } from 'drizzle-orm'
import type { Queryable } from '../../../platform/db/index.ts'
import { type Id, isId, newId, type PartnerId } from '../../../shared/ids.ts'
import { deskStaff } from '../staff/staff.table.ts'
import { type AuditRow, deskAudit } from './audit.table.ts'

export type AuditEntry = AuditRow & {
  /** Name of the person. Null for the operator. */
  staffName: string | null
  /** Name of the person of the desk whom the entry is about, if it is about one. They may have been removed. */
  subjectName: string | null
}

type StaffId = Id<'staff'>
const isStaff = (subject: string | null): subject is StaffId => subject !== null && isId('staff', subject)

/** SQL for the log of a partner's desk. */
export function createAuditRepository(db: Queryable, partnerId: PartnerId) {
  async function namesOf(ids: readonly StaffId[]): Promise<ReadonlyMap<StaffId, string>> {
    if (ids.length === 0) return new Map()
    const rows = await db
      .select({ id: deskStaff.id, name: deskStaff.name })
      .from(deskStaff)
      .where(and(eq(deskStaff.partnerId, partnerId), inArray(deskStaff.id, [...new Set(ids)])))
    return new Map(rows.map(({ id, name }) => [id, name]))
  }

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
      const names = await namesOf(rows.flatMap(({ entry }) => (isStaff(entry.subject) ? entry.subject : [])))
      return rows.map(({ entry, staffName }) => ({
        ...{ ...entry, staffName },
        subjectName: (isStaff(entry.subject) && names.get(entry.subject)) || null,
      }))
    },
  }
}

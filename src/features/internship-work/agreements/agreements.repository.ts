import { and, asc, desc, eq } from 'drizzle-orm'
import type { Queryable } from '../../../platform/db/index.ts'
import type { EngagementId } from '../../engagements/index.ts'
import { type AgreementRow, type ApprovalRow, agreements, approvals } from './agreements.table.ts'

export function createAgreementsRepository(db: Queryable) {
  return {
    /** Finds one version of an engagement's agreement, or the newest. */
    async find(engagementId: EngagementId, version?: number): Promise<AgreementRow | undefined> {
      const ofVersion = version === undefined ? undefined : eq(agreements.version, version)
      const [row] = await db
        .select()
        .from(agreements)
        .where(and(eq(agreements.engagementId, engagementId), ofVersion))
        .orderBy(desc(agreements.version))
        .limit(1)
      return row
    },

    approvalsOf: ({ engagementId, version }: AgreementRow): Promise<ApprovalRow[]> =>
      db
        .select()
        .from(approvals)
        .where(and(eq(approvals.engagementId, engagementId), eq(approvals.version, version)))
        .orderBy(asc(approvals.approvedAt), asc(approvals.role)),

    async insert(row: AgreementRow): Promise<void> {
      await db.insert(agreements).values(row)
    },

    async approve(row: ApprovalRow): Promise<void> {
      await db.insert(approvals).values(row)
    },
  }
}

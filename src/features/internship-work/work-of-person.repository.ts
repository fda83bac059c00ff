import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Queryable } from '../../platform/db/index.ts'
import type { HelperId, PartnerId } from '../../shared/ids.ts'
import { engagements } from '../engagements/index.ts'
import { agreements, approvals } from './agreements/agreements.table.ts'
import { documents } from './documents/documents.table.ts'
import { evaluations } from './evaluations/evaluations.table.ts'

/** Reads and erases what was written about a person in their internships: agreements, links and evaluations. */
export function createWorkOfPersonRepository(db: Queryable, partnerId: PartnerId) {
  const workOf = (helperIds: readonly HelperId[]) =>
    db
      .select({ id: engagements.id })
      .from(engagements)
      .where(and(eq(engagements.offerPartnerId, partnerId), inArray(engagements.helperId, [...helperIds])))

  return {
    /** Lists all versions and entries, each kind in order of engagement and time. */
    async list(helperIds: readonly HelperId[]) {
      const work = workOf(helperIds)
      return {
        agreements: await db
          .select()
          .from(agreements)
          .where(inArray(agreements.engagementId, work))
          .orderBy(asc(agreements.engagementId), asc(agreements.version)),
        approvals: await db
          .select()
          .from(approvals)
          .where(inArray(approvals.engagementId, work))
          .orderBy(asc(approvals.approvedAt), asc(approvals.role)),
        documents: await db
          .select()
          .from(documents)
          .where(inArray(documents.engagementId, work))
          .orderBy(asc(documents.engagementId), asc(documents.id)),
        evaluations: await db
          .select()
          .from(evaluations)
          .where(inArray(evaluations.engagementId, work))
          .orderBy(asc(evaluations.engagementId), asc(evaluations.createdAt), asc(evaluations.side)),
      }
    },

    /** Erases the contents. Versions and approvals stay. */
    async erase(helperIds: readonly HelperId[]): Promise<void> {
      const work = workOf(helperIds)
      await db.update(agreements).set({ content: null }).where(inArray(agreements.engagementId, work))
      await db.delete(documents).where(inArray(documents.engagementId, work))
      await db.delete(evaluations).where(inArray(evaluations.engagementId, work))
    },
  }
}

import { and, eq, inArray } from 'drizzle-orm'
import type { Queryable } from '../../platform/db/index.ts'
import type { HelperId, PartnerId } from '../../shared/ids.ts'
import { engagements } from '../engagements/index.ts'
import { agreements } from './agreements/agreements.table.ts'
import { documents } from './documents/documents.table.ts'
import { evaluations } from './evaluations/evaluations.table.ts'

/**
 * Erases what was written about a person in their internships: agreements, links and evaluations. That there were versions and
 * who approved them stays.
 */
export async function eraseWrittenAbout(
  db: Queryable,
  partnerId: PartnerId,
  helperIds: readonly HelperId[],
): Promise<void> {
  const work = db
    .select({ id: engagements.id })
    .from(engagements)
    .where(and(eq(engagements.offerPartnerId, partnerId), inArray(engagements.helperId, [...helperIds])))
  await db.update(agreements).set({ content: null }).where(inArray(agreements.engagementId, work))
  await db.delete(documents).where(inArray(documents.engagementId, work))
  await db.delete(evaluations).where(inArray(evaluations.engagementId, work))
}

import type { Context } from '../../platform/events/index.ts'
import { helperIdsOf, type KnownPerson } from '../internships/index.ts'
import { showDocument } from './documents/show-document.ts'
import { showEvaluation } from './evaluations/evaluation-list.ts'
import { createWorkOfPersonRepository } from './work-of-person.repository.ts'

/**
 * Lists what was written about a candidate in their internships, as their office may see it: the other side's evaluation
 * only once both sides have answered.
 */
export async function listWork({ db, actor }: Context, person: KnownPerson) {
  const found = await createWorkOfPersonRepository(db, actor.partnerId).list(helperIdsOf(person))
  const { agreements, approvals, documents, evaluations } = found
  return {
    agreements: agreements.map((row) => ({
      engagement_id: row.engagementId,
      version: row.version,
      content: row.content,
      written_by: row.writtenBy,
      written_at: row.writtenAt.toISOString(),
      approvals: approvals
        .filter(({ engagementId, version }) => engagementId === row.engagementId && version === row.version)
        .map(({ role, approvedBy, approvedAt }) => ({
          as: role,
          partner_id: approvedBy,
          approved_at: approvedAt.toISOString(),
        })),
    })),
    documents: documents.map(showDocument),
    evaluations: evaluations
      .filter(
        (row) =>
          row.side === 'offer' ||
          evaluations.some(
            (other) =>
              other.side === 'offer' &&
              other.engagementId === row.engagementId &&
              other.moment === row.moment,
          ),
      )
      .map(showEvaluation),
  }
}

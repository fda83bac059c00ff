import type { Context, WriteContext } from '../../../platform/events/index.ts'
import { DomainError, notFound } from '../../../shared/errors.ts'
import { newId } from '../../../shared/ids.ts'
import {
  type EngagementId,
  findEngagement,
  lockEngagement,
  notifyEngagement,
  requireSide,
  speakingSide,
} from '../../engagements/index.ts'
import { createDocumentsRepository, type DocumentId } from './documents.repository.ts'
import type { DocumentInput } from './documents.schemas.ts'
import type { DocumentRow } from './documents.table.ts'

export const MOST_DOCUMENTS = 200

/**
 * Adds a link to an engagement, even after its end, because reports are often written then. Throws `too_many_documents`, and
 * what `lockEngagement` and `speakingSide` throw.
 */
export async function addDocument(
  ctx: WriteContext,
  { id, title, url, side: given }: DocumentInput & { id: EngagementId },
): Promise<DocumentRow> {
  const engagement = await lockEngagement(ctx, { id })
  const side = speakingSide(engagement, ctx.actor.partnerId, given)
  const repository = createDocumentsRepository(ctx.db)
  if ((await repository.count(id)) >= MOST_DOCUMENTS)
    throw new DomainError(
      'too_many_documents',
      `An engagement can have at most ${MOST_DOCUMENTS} documents. Remove one first.`,
    )
  const row: DocumentRow = {
    engagementId: id,
    id: newId('document'),
    title,
    url,
    addedBy: side,
    createdAt: ctx.clock(),
  }
  await repository.insert(row)
  notifyEngagement(ctx, engagement, { type: 'engagement.document_added', document_id: row.id, side })
  return row
}

/** Lists the links of an engagement in the order in which they were added. Throws `engagement_not_found`. */
export async function listDocuments(
  ctx: Context,
  { id, ...page }: { id: EngagementId; limit: number; after: DocumentId | undefined },
): Promise<DocumentRow[]> {
  await findEngagement(ctx, { id })
  return createDocumentsRepository(ctx.db).list(id, page)
}

/** Removes a link that the caller's side added. Throws `document_not_found` and `not_your_side`. */
export async function removeDocument(
  ctx: WriteContext,
  { id, documentId }: { id: EngagementId; documentId: DocumentId },
): Promise<void> {
  const engagement = await lockEngagement(ctx, { id })
  const repository = createDocumentsRepository(ctx.db)
  const row = await repository.find(id, documentId)
  if (!row) throw notFound('document')
  requireSide(engagement, ctx.actor.partnerId, row.addedBy)
  await repository.remove(id, documentId)
  const side = row.addedBy
  notifyEngagement(ctx, engagement, { type: 'engagement.document_removed', document_id: row.id, side })
}

import { z } from 'zod'
import { idAfter, pageOf, pageQuery, type Router, toPage } from '../../../platform/http/index.ts'
import { document, documentInput } from './documents.schemas.ts'
import { addDocument, listDocuments, removeDocument } from './documents.ts'
import { showDocument } from './show-document.ts'

const ids = { id: 'engagement' } as const
const base = '/v1/engagements/:id/documents'

export function registerDocumentsRoutes(router: Router): void {
  const routes = router.group({ tag: 'Internship work', scope: 'engagements' })

  routes.post(
    base,
    {
      operationId: 'addDocument',
      summary: 'Add a link to a document of the work',
      description: 'Both sides see it. Only its title and address are stored, not the document.',
      ids,
      body: documentInput,
      answers: { 201: document },
      refusals: ['too_many_documents', 'not_your_side'],
    },
    async (ctx, { ids: { id }, body }) => ({
      status: 201,
      body: showDocument(await addDocument(ctx, { id, ...body })),
      resourceId: id,
    }),
  )

  routes.get(
    base,
    {
      operationId: 'listDocuments',
      summary: 'List links to documents of the work',
      ids,
      query: z.strictObject(pageQuery),
      readsMany: true,
      answers: { 200: pageOf(document) },
      refusals: ['invalid_cursor'],
    },
    async (ctx, { ids: { id }, query: { limit, cursor } }) => {
      const rows = await listDocuments(ctx, { id, limit: limit + 1, after: idAfter('document', cursor) })
      return { status: 200, body: toPage(rows, limit, showDocument, (row) => ({ id: row.id })) }
    },
  )

  routes.delete(
    `${base}/:document_id`,
    {
      operationId: 'removeDocument',
      summary: 'Remove a link that your side added',
      ids: { ...ids, document_id: 'document' },
      answers: { 204: z.undefined().describe('The link was removed') },
      refusals: ['not_your_side'],
    },
    async (ctx, { ids: { id, document_id: documentId } }) => {
      await removeDocument(ctx, { id, documentId })
      return { status: 204, body: undefined, resourceId: id }
    },
  )
}

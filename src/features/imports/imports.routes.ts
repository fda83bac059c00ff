import { z } from 'zod'
import {
  csvQuery,
  decodeCursor,
  idAfter,
  pageOf,
  type RouteGroup,
  type Router,
  requireScope,
  sendCsv,
  toPage,
} from '../../platform/http/index.ts'
import { importRowShown, importRowsQuery, importShown, importsQuery } from './imports.schemas.ts'
import { importTypes } from './imports.table.ts'
import type { Imports } from './imports.ts'
import { registerImportProfilesRoutes } from './profiles/import-profiles.routes.ts'
import { showImport, showImportRow } from './show-import.ts'
import { templateOf } from './template.ts'
import { registerUploadRoute, writeScopeOf } from './upload.routes.ts'

const csv = { 'text/csv': z.string() }

export async function registerImportsRoutes(router: Router, imports: Imports): Promise<void> {
  await registerUploadRoute(router, imports)
  registerImportProfilesRoutes(router, imports.profiles)
  const routes = router.group({ tag: 'Imports', scope: 'imports', isInRealTime: true })

  routes.get(
    '/v1/imports',
    {
      summary: 'List imports, newest first',
      query: importsQuery,
      readsMany: true,
      answers: { 200: pageOf(importShown) },
      refusals: ['invalid_cursor'],
    },
    async (ctx, { query: { limit, cursor, ...narrowed } }) => {
      const page = { limit: limit + 1, before: idAfter('import', cursor) }
      const rows = await imports.list(ctx, { ...narrowed, ...page })
      return { status: 200, body: toPage(rows, limit, showImport, ({ id }) => ({ id })) }
    },
  )

  routes.get(
    '/v1/imports/:id',
    {
      summary: 'Read the progress and the result of an import',
      ids: { id: 'import' },
      answers: { 200: importShown },
    },
    async (ctx, { ids }) => ({ status: 200, body: showImport(await imports.read(ctx, ids)) }),
  )

  routes.post(
    '/v1/imports/:id/cancel',
    {
      summary: 'Cancel an import',
      description:
        'The import stops after the rows in progress, its file is deleted, and you receive an `import.cancelled` event. Imported rows are kept.',
      ids: { id: 'import' },
      answers: { 200: importShown },
      refusals: ['import_ended'],
    },
    async (ctx, { ids }) => {
      const run = await imports.cancel(ctx, ids)
      return { status: 200, body: showImport(run), resourceId: run.id }
    },
  )

  routes.post(
    '/v1/imports/:id/undo',
    {
      summary: 'Undo an import',
      description:
        'Within 24 hours after the end of an import, deletes all records that it created, unless one of them is in use since, and restores the records that it changed, up to 5,000 records. Candidates are erased, hours are withdrawn. A changed record that is in use since, for example because it was changed again or introduced, keeps its values and is named in `kept`. The token also needs the write scope for the imported type.',
      ids: { id: 'import' },
      answers: { 200: importShown },
      refusals: ['import_running', 'import_undone', 'import_not_undoable', 'import_in_use'],
    },
    async (ctx, { ids }) => {
      const { type } = await imports.read(ctx, ids)
      requireScope(ctx.actor, writeScopeOf[type])
      const run = await imports.undo(ctx, ids)
      return { status: 200, body: showImport(run), resourceId: run.id }
    },
  )

  routes.delete(
    '/v1/imports/:id',
    {
      summary: 'Delete a finished import and its report',
      description: 'Imported records are kept.',
      ids: { id: 'import' },
      answers: { 204: z.undefined().describe('Deleted') },
      refusals: ['import_running'],
    },
    async (ctx, { ids }) => {
      await imports.remove(ctx, ids)
      return { status: 204, body: undefined }
    },
  )

  addReportRoutes(routes, imports)
  addTemplateRoutes(routes)
}

function addReportRoutes(routes: RouteGroup, imports: Imports): void {
  routes.get(
    '/v1/imports/:id/rows',
    {
      summary: 'List the rows of an import with their outcomes',
      ids: { id: 'import' },
      query: importRowsQuery,
      readsMany: true,
      answers: { 200: pageOf(importRowShown) },
      refusals: ['invalid_cursor'],
    },
    async (ctx, { ids, query: { limit, cursor, outcome, has_notices } }) => {
      const filter = {
        limit: limit + 1,
        after: numberAt(cursor),
        outcome,
        hasNotices: has_notices === 'true',
      }
      const rows = await imports.listRows(ctx, { ...ids, ...filter })
      return { status: 200, body: toPage(rows, limit, showImportRow, ({ number }) => ({ n: number })) }
    },
  )

  routes.raw(
    'GET',
    '/v1/imports/:id/report.csv',
    {
      summary: 'Download rejected rows and rows with notices',
      description:
        'Correct the rows and upload the file. Columns that begin with `report_` are ignored. An apostrophe precedes text that a spreadsheet would run as a formula or change, such as `=1`, `007` or `10-15`; imports remove it.',
      ids: { id: 'import' },
      query: z.strictObject(csvQuery),
      answers: { 200: csv },
    },
    async (ctx, { ids, query }, { reply }) => sendCsv(reply, await imports.report(ctx, ids), query),
  )
}

function addTemplateRoutes(routes: RouteGroup): void {
  for (const type of importTypes) {
    routes.raw(
      'GET',
      `/v1/imports/templates/${type}.csv`,
      {
        operationId: `download_${type}_template`.replace(/_(.)/g, (_, letter) => letter.toUpperCase()),
        summary: `Download a spreadsheet template for ${type.replace('_', ' ')}`,
        answers: { 200: csv },
      },
      async (_ctx, _input, { reply }) => reply.type('text/csv; charset=utf-8').send(templateOf(type)),
    )
  }
}

/** Returns the number of the last row of the previous page; 0 for the first page. */
function numberAt(cursor: string | undefined): number {
  return cursor === undefined ? 0 : decodeCursor(cursor, z.object({ n: z.int().min(0) })).n
}

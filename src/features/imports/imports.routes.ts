import { Readable } from 'node:stream'
import multipart from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Queryable } from '../../platform/db/index.ts'
import type { Scope } from '../../platform/http/index.ts'
import {
  type App,
  actorOf,
  decodeCursor,
  idAfter,
  idempotencyHeader,
  type Once,
  pageOf,
  pageQuery,
  problem,
  toPage,
} from '../../platform/http/index.ts'
import type { Clock } from '../../shared/clock.ts'
import { DomainError, notFound } from '../../shared/errors.ts'
import { idInAddress } from '../../shared/id-in-address.ts'
import type { PartnerId } from '../../shared/ids.ts'
import type { ImportRunner } from './import-runner.ts'
import { createImportsRepository } from './imports.repository.ts'
import {
  type ImportShown,
  importQuery,
  importRowShown,
  importRowsQuery,
  importShown,
} from './imports.schemas.ts'
import { type ImportRun, type ImportType, importTypes } from './imports.table.ts'
import { MOST_BYTES } from './receive-upload.ts'
import { reportOf } from './report.ts'
import { showImport, showImportRow } from './show-import.ts'
import { queueImport, receiveImport, type Upload } from './start-import.ts'
import { templateOf } from './template.ts'

const tags = ['Imports']
const read = { scope: 'imports:read' } as const
const write = { scope: 'imports:write' } as const
const refusals = { 401: problem, 403: problem, 422: problem, 503: problem }
const idParams = z.object({ id: z.string() })
const writeScopeOf: Readonly<Record<ImportType, Scope>> = {
  candidates: 'candidates:write',
  needs: 'needs:write',
  offers: 'offers:write',
  organizations: 'organizations:write',
  helpers: 'helpers:write',
  candidate_preferences: 'placements:write',
  organization_preferences: 'placements:write',
}
const csv = { produces: ['text/csv'] }

export interface ImportRoutesDeps {
  db: Queryable
  clock: Clock
  once: Once
  importRunner: ImportRunner
}

export async function registerImportsRoutes(app: App, deps: ImportRoutesDeps): Promise<void> {
  const find = async (partnerId: PartnerId, text: string): Promise<ImportRun> => {
    const run = await createImportsRepository(deps.db).find(partnerId, idInAddress('import', text, 'import'))
    if (!run) throw notFound('import')
    return run
  }

  await app.register(async (uploads: App) => registerUpload(uploads, deps))

  app.get(
    '/v1/imports',
    {
      config: read,
      schema: {
        tags,
        summary: 'List imports, the latest first',
        querystring: z.strictObject(pageQuery),
        response: { 200: pageOf(importShown), ...refusals },
      },
    },
    async (request) => {
      const { limit, cursor } = request.query
      const before = idAfter('import', cursor)
      const rows = await createImportsRepository(deps.db).list(actorOf(request).partnerId, limit + 1, before)
      return toPage(rows, limit, showImport, ({ id }) => ({ id }))
    },
  )

  app.get(
    '/v1/imports/:id',
    {
      config: read,
      schema: {
        tags,
        summary: 'How far an import is, and what came of it',
        params: idParams,
        response: { 200: importShown, 404: problem, ...refusals },
      },
    },
    async (request) => showImport(await find(actorOf(request).partnerId, request.params.id)),
  )

  app.get(
    '/v1/imports/:id/rows',
    {
      config: read,
      schema: {
        tags,
        summary: 'What became of each row',
        params: idParams,
        querystring: importRowsQuery,
        response: { 200: pageOf(importRowShown), 404: problem, ...refusals },
      },
    },
    async (request) => {
      const { partnerId, id } = await find(actorOf(request).partnerId, request.params.id)
      const { limit, cursor, outcome } = request.query
      const after = cursor === undefined ? 0 : decodeCursor(cursor, z.object({ n: z.int().min(0) })).n
      const page = { limit: limit + 1, after, outcome }
      const rows = await createImportsRepository(deps.db).rows(partnerId, id, page)
      return toPage(rows, limit, showImportRow, ({ number }) => ({ n: number }))
    },
  )

  app.get(
    '/v1/imports/:id/report.csv',
    {
      config: read,
      schema: {
        tags,
        summary: 'The rejected rows with reasons, ready to be corrected and uploaded again',
        params: idParams,
        ...csv,
        response: { 200: z.string(), 404: problem, ...refusals },
      },
    },
    async (request, reply) => {
      const run = await find(actorOf(request).partnerId, request.params.id)
      const report = Readable.from(reportOf(deps.db, run))
      // To the caller it is the text that the contract tells of.
      return reply.type('text/csv; charset=utf-8').send(report as unknown as string)
    },
  )

  app.delete(
    '/v1/imports/:id',
    {
      config: write,
      schema: {
        tags,
        summary: 'Delete an import that has ended, with its report; what it wrote stays',
        params: idParams,
        response: { 204: z.undefined().describe('It is gone'), 404: problem, 409: problem, ...refusals },
      },
    },
    async (request, reply) => {
      const { partnerId, id, endedAt } = await find(actorOf(request).partnerId, request.params.id)
      if (!endedAt) throw new DomainError('import_running', 'It is still running.')
      await createImportsRepository(deps.db).remove(partnerId, id)
      return reply.code(204).send()
    },
  )

  for (const type of importTypes) {
    app.get(
      `/v1/imports/templates/${type}.csv`,
      {
        config: read,
        schema: {
          tags,
          summary: `A spreadsheet of ${type} to begin with`,
          ...csv,
          response: { 200: z.string(), ...refusals },
        },
      },
      async (_, reply) => reply.type('text/csv; charset=utf-8').send(templateOf(type)),
    )
  }
}

/** In a Fastify scope of its own: its bodies are streams. */
async function registerUpload(app: App, deps: ImportRoutesDeps): Promise<void> {
  await app.register(multipart, { limits: { files: 1, fileSize: MOST_BYTES } })
  app.removeContentTypeParser('application/json')
  for (const type of ['text/csv', 'application/x-ndjson'])
    app.addContentTypeParser(type, (_, payload, done) => done(null, payload))

  app.post(
    '/v1/imports',
    {
      config: { ...write, isUpload: true },
      schema: {
        tags,
        summary: 'Import a file',
        description:
          'CSV or newline-delimited JSON, as the body or as the file of a form; up to 100 MiB and 100,000 rows. Each row is created or changed by its external_id. Also needs the scope that writes what is imported. Nothing is sent to anybody.',
        headers: idempotencyHeader,
        querystring: importQuery,
        consumes: ['text/csv', 'application/x-ndjson', 'multipart/form-data'],
        response: { 202: importShown, 400: problem, 409: problem, 413: problem, 415: problem, ...refusals },
      },
    },
    async (request, reply) => {
      const { partnerId, scopes } = actorOf(request)
      const { type, mode, program_id, cohort_id } = request.query
      const scope = writeScopeOf[type]
      if (!scopes.has(scope))
        throw new DomainError('scope_missing', `This needs a token with the scope ${scope}.`)
      const upload = {
        type,
        mode,
        programId: program_id ?? null,
        cohortId: cohort_id ?? null,
        ...(await fileOf(request)),
      }
      const { run, sha256 } = await receiveImport(deps, partnerId, upload)
      const shown = await removedUnless(run, deps, () =>
        deps.once.write(
          request,
          reply,
          async (tx) => ({
            status: 202,
            headers: { location: `/v1/imports/${run.id}` },
            body: showImport(await queueImport(tx.db, run)),
            resourceId: run.id,
          }),
          sha256,
        ),
      )
      deps.importRunner.wake()
      return shown
    },
  )
}

/** What was received stays only where it is what was answered: not with a refusal, nor with the replay of another. */
async function removedUnless(run: ImportRun, deps: { db: Queryable }, work: () => Promise<ImportShown>) {
  let answeredId: string | null = null
  try {
    const shown = await work()
    answeredId = shown.id
    return shown
  } finally {
    if (answeredId !== run.id) await createImportsRepository(deps.db).remove(run.partnerId, run.id)
  }
}

async function fileOf(request: FastifyRequest): Promise<Pick<Upload, 'format' | 'source'>> {
  if (!request.isMultipart()) {
    const isCsv = request.headers['content-type']?.startsWith('text/csv')
    if (!(request.body instanceof Readable))
      throw new DomainError('malformed_request', 'Send the file as the body.')
    return { format: isCsv ? 'csv' : 'ndjson', source: request.body }
  }
  const file = await request.file()
  if (!file) throw new DomainError('malformed_request', 'The form holds no file.')
  const isNdjson = /ndjson|jsonl/.test(file.mimetype) || /\.(nd)?jsonl?$/i.test(file.filename)
  return { format: isNdjson ? 'ndjson' : 'csv', source: file.file }
}

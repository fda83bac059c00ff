import { Readable } from 'node:stream'
import multipart from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { type App, type Router, requireScope, type Scope } from '../../platform/http/index.ts'
import { DomainError } from '../../shared/errors.ts'
import { fileOptionsQuery, type OptionsText, optionsInForm, optionsInTexts } from './file-options.schemas.ts'
import type { GivenOptions } from './file-options.ts'
import { importInspection, importQuery, importShown } from './imports.schemas.ts'
import type { ImportType } from './imports.table.ts'
import type { Imports } from './imports.ts'
import { MAX_BYTES } from './receive-upload.ts'
import { showImport } from './show-import.ts'
import { showInspection } from './show-inspection.ts'
import type { Upload } from './start-import.ts'
import { fieldFault, openForm } from './upload-form.routes.ts'

/** Scope that importing each type requires, besides that of imports. */
export const writeScopeOf: Readonly<Record<ImportType, Scope>> = {
  candidates: 'candidates:write',
  needs: 'needs:write',
  offers: 'offers:write',
  organizations: 'organizations:write',
  helpers: 'helpers:write',
  candidate_preferences: 'placements:write',
  organization_preferences: 'placements:write',
  hours: 'engagements:write',
}

/** Registers the upload route in its own Fastify scope, because its bodies are streams. */
export async function registerUploadRoute(router: Router, imports: Imports): Promise<void> {
  await router.scoped(async (app, uploads) => {
    await readBodiesAsStreams(app)
    addUploadRoute(uploads, imports)
  })
}

const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const BODY_TYPES = ['text/csv', 'application/x-ndjson', 'application/json', WORKBOOK_TYPE]

async function readBodiesAsStreams(app: App): Promise<void> {
  await app.register(multipart, { limits: { files: 1, fileSize: MAX_BYTES } })
  app.removeContentTypeParser('application/json')
  for (const type of BODY_TYPES) app.addContentTypeParser(type, (_, payload, done) => done(null, payload))
}

function addUploadRoute(router: Router, imports: Imports): void {
  router.group({ tag: 'Imports', scope: 'imports', isInRealTime: true }).raw(
    'POST',
    '/v1/imports',
    {
      summary: 'Import a file',
      description:
        'Send CSV, an Excel workbook (.xlsx) or JSON as the body, or as the file of a form: up to 100 MiB and 100,000 rows. JSON is one record per line, an array of records, or a single record. Each row is created or changed by its external_id. The token also needs the write scope for the imported type. Imports send no notifications. With `mode=inspect`, nothing is imported: 200 returns how the file would be understood.',
      query: importQuery,
      consumes: [...BODY_TYPES, 'multipart/form-data'],
      isUpload: true,
      answers: { 200: importInspection, 202: importShown },
      located: true,
      refusals: [
        'upload_incomplete',
        'import_ended',
        'too_many_imports',
        'encoding_not_supported',
        'body_too_large',
        'unsupported_media_type',
      ],
    },
    async ({ actor, ...ctx }, { query }, { request, reply, writeOnce }) => {
      requireScope(actor, writeScopeOf[query.type])
      const { type, mode, program_id: programId = null, cohort_id: cohortId = null, ...inQuery } = query
      const { inForm, ...file } = await fileOf(request)
      const upload = { type, programId, cohortId, ...joinedOptions(inQuery, inForm), ...file }
      if (mode === 'inspect') {
        const inspection = await imports.inspect({ ...ctx, actor }, upload)
        return reply.code(200).send(showInspection(type, inspection))
      }
      return imports.start(
        { ...ctx, actor },
        {
          ...upload,
          mode,
          declaredBytes: declaredBytesOf(request),
          async writeOnce(queue, sha256) {
            // The URL contains everything that the form does not.
            const content = Object.keys(inForm).length === 0 ? sha256 : `${sha256} ${JSON.stringify(inForm)}`
            const body = await writeOnce(async (write) => {
              const run = await queue(write)
              const location = `/v1/imports/${run.id}`
              return { status: 202, body: showImport(run), location, resourceId: run.id }
            }, content)
            if ('id' in body) return body
            throw new Error('an inspection is never stored')
          },
        },
      )
    },
  )
}

/** Joins the options of the URL and the form. Throws `validation_failed` for an option given in both. */
function joinedOptions(
  inQuery: OptionsText,
  inForm: OptionsText,
): { options: GivenOptions; profile: string | undefined } {
  const twice = Object.keys(inForm).find((name) => name in inQuery)
  if (twice !== undefined) throw fieldFault(twice, 'field_in_both')
  const said = { ...inQuery, ...inForm }
  return { options: optionsInTexts(said), profile: said.profile }
}

/** Returns the declared size of the body in bytes, or null. A form is slightly longer than its file. */
function declaredBytesOf({ headers }: FastifyRequest): number | null {
  const declared = headers['content-length']
  return declared === undefined ? null : Math.min(Number(declared), MAX_BYTES)
}

/**
 * Returns the file of a request: its body, or the file of its form with the options before it. Throws `malformed_request`.
 */
async function fileOf(
  request: FastifyRequest,
): Promise<Pick<Upload, 'format' | 'source'> & { inForm: OptionsText }> {
  if (!request.isMultipart()) {
    const isJson = /^application\/(json|x-ndjson)/.test(request.headers['content-type'] ?? '')
    if (!(request.body instanceof Readable))
      throw new DomainError('malformed_request', 'Send the file as the body.')
    return { format: isJson ? 'ndjson' : 'csv', source: request.body, inForm: {} }
  }
  const { file, bytes, fields } = await openForm(request, (name) => name in fileOptionsQuery)
  const isJson = /json/.test(file.mimetype) || /\.(nd)?jsonl?$/i.test(file.filename)
  return { format: isJson ? 'ndjson' : 'csv', source: bytes, inForm: optionsInForm(fields) }
}

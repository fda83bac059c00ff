import { z } from 'zod'
import type { RequestContext } from '../../../../platform/http/index.ts'
import { idOf, timeZone } from '../../../../shared/wire.ts'
import {
  columnsOf,
  type GivenOptions,
  type Imports,
  importTypes,
  isConsentTime,
  takesCohort,
  takesProgram,
  templateOf,
} from '../../../imports/index.ts'
import type { Internships } from '../../../internships/index.ts'
import type { DeskPages } from '../../desk-pages.ts'
import type { View } from '../../look/view.ts'
import { type Choices, importsPage } from '../../pages/imports/imports-page.ts'
import { addOneImportPages } from './one-import.ts'
import { importRefusal } from './refusal.ts'

const base = '/desk/imports'
const SHOWN = 20
/** As many as people can still search in a list. */
const MOST_CHOICES = 200

const before = idOf('import').optional()
const uploadForm = z.strictObject({
  type: z.enum(importTypes),
  program_id: idOf('program').optional(),
  cohort_id: idOf('cohort').optional(),
  profile: z.string().max(100).optional(),
  consent_time_zone: timeZone.optional(),
  by_email: z.literal('true').optional(),
})

export interface ImportAreaPorts {
  imports: Imports
  internships: Internships
}

/** Adds the pages of files: upload, check, correct and import. */
export function addImportPages(pages: DeskPages, { imports, internships }: ImportAreaPorts): void {
  async function choices(ctx: RequestContext): Promise<Choices> {
    const newest = { limit: MOST_CHOICES, sort: '-created_at' }
    const profiles = await imports.profiles.list(ctx, { limit: MOST_CHOICES, after: undefined })
    return {
      programs: await internships.programs.list(ctx, newest),
      cohorts: await internships.cohorts.list(ctx, newest),
      profiles: profiles.map(({ name }) => name),
    }
  }

  interface Asked {
    view: View
    before?: z.output<typeof before>
    refusal?: string
    sent?: Readonly<Record<string, unknown>>
  }
  async function list(ctx: RequestContext, { view, before, refusal, sent = {} }: Asked) {
    const rows = await imports.list(ctx, { limit: SHOWN + 1, before })
    const runs = rows.slice(0, SHOWN)
    const last = rows.length > SHOWN ? runs.at(-1) : undefined
    const nextUrl = last ? `${base}?before=${last.id}` : null
    return importsPage({ runs, nextUrl, refusal, sent, ...(await choices(ctx)) }, view)
  }

  for (const type of importTypes) {
    const file = { name: `smartsource-${type}`, text: templateOf(type) }
    pages.spreadsheet(`${base}/templates/${type}.csv`, { role: 'viewer' }, file)
  }
  pages.show(base, { query: { before } }, (ctx, { query, view }) => list(ctx, { view, ...query }))

  pages.upload(
    base,
    {
      ...{ role: 'editor', action: 'import_uploaded', form: uploadForm },
      again: (ctx, { view, sent, refusal }) =>
        list(ctx, { view, sent, refusal: importRefusal(refusal, view) }),
    },
    async (ctx, { form, file, write }) => {
      const { id } = await imports.start(ctx, {
        ...{ type: form.type, mode: 'dry_run', isKept: true, declaredBytes: null, profile: form.profile },
        programId: takesProgram(form.type) ? (form.program_id ?? null) : null,
        cohortId: takesCohort(form.type) ? (form.cohort_id ?? null) : null,
        options: optionsOfUpload(form),
        format: isJson(file) ? 'ndjson' : 'csv',
        source: file.bytes,
        writeOnce: (queue) => write(queue),
      })
      return `${base}/${id}`
    },
  )

  addOneImportPages(pages, { imports, choices })
}

function optionsOfUpload({
  type,
  by_email: isByEmail,
  consent_time_zone: consentTimeZone,
}: z.output<typeof uploadForm>): GivenOptions {
  const hasConsents = columnsOf[type].some(({ name }) => isConsentTime(name))
  return {
    ...(isByEmail && { key: 'email' }),
    ...(hasConsents && consentTimeZone !== undefined && { consentTimeZone }),
  }
}

function isJson({ name, mediaType }: { name: string; mediaType: string }): boolean {
  return /json/.test(mediaType) || /\.(nd)?jsonl?$/i.test(name)
}

import { z } from 'zod'
import { decodeCursor, pageOf, pageQuery, type Router, toPage } from '../../../platform/http/index.ts'
import { toOptions } from '../file-options.schemas.ts'
import {
  importProfile,
  importProfileInput,
  profileName,
  showImportProfile,
} from './import-profiles.schemas.ts'
import type { importProfileVerbs } from './import-profiles.ts'

const ADDRESS = '/v1/import-profiles/:name'
const params = z.object({ name: profileName })

export function registerImportProfilesRoutes(router: Router, profiles: typeof importProfileVerbs): void {
  const routes = router.group({ tag: 'Imports', scope: 'imports', isInRealTime: true })

  routes.get(
    '/v1/import-profiles',
    {
      summary: 'List import profiles by name',
      query: z.strictObject(pageQuery),
      answers: { 200: pageOf(importProfile) },
      refusals: ['invalid_cursor'],
    },
    async (ctx, { query: { limit, cursor } }) => {
      const rows = await profiles.list(ctx, { limit: limit + 1, after: nameAt(cursor) })
      return { status: 200, body: toPage(rows, limit, showImportProfile, ({ name }) => ({ name })) }
    },
  )

  routes.get(
    ADDRESS,
    {
      summary: 'Read an import profile',
      params,
      answers: { 200: importProfile },
      versioned: true,
      refusals: ['import_profile_not_found'],
    },
    async (ctx, { params }) => {
      const row = await profiles.read(ctx, params)
      return { status: 200, body: showImportProfile(row), version: row.version }
    },
  )

  routes.put(
    ADDRESS,
    {
      summary: 'Create or replace an import profile',
      description:
        'A profile holds the options of `POST /v1/imports` for reading a file. An import with `profile` uses it; options of the request take precedence. Imports that have started keep their options. Defaults must not hold personal details.',
      params,
      body: importProfileInput,
      answers: { 200: importProfile, 201: importProfile },
      versioned: 'optional',
      located: true,
      refusals: ['precondition_failed'],
    },
    async (ctx, { params: { name }, body: { type, ...said }, precondition }) => {
      const options = toOptions(said)
      const { row, created } = await profiles.put(ctx, { name, type, options, precondition })
      const answer = { body: showImportProfile(row), version: row.version }
      if (!created) return { ...answer, status: 200 }
      return { ...answer, status: 201, location: `/v1/import-profiles/${encodeURIComponent(name)}` }
    },
  )

  routes.delete(
    ADDRESS,
    {
      summary: 'Delete an import profile',
      description: 'Imports that used it keep their options.',
      params,
      answers: { 204: z.undefined().describe('Deleted') },
      versioned: true,
      refusals: ['import_profile_not_found'],
    },
    async (ctx, { params: { name }, precondition }) => {
      await profiles.remove(ctx, { name, precondition })
      return { status: 204, body: undefined }
    },
  )
}

/** Returns the name after which the page begins; undefined for the first page. */
function nameAt(cursor: string | undefined): string | undefined {
  return cursor === undefined ? undefined : decodeCursor(cursor, z.object({ name: profileName })).name
}

import { z } from 'zod'
import type { Context } from '../../platform/events/index.ts'
import {
  answeredNotModified,
  etag,
  expandRows,
  negotiate,
  type RouteGroup,
  type Router,
  selectionQuery,
  sendSelected,
  sendText,
  setLanguageHeaders,
} from '../../platform/http/index.ts'
import { validationFailed } from '../../shared/faults.ts'
import { message } from '../../shared/messages/index.ts'
import { text } from '../../shared/wire.ts'
import { addListRoute } from './list.routes.ts'
import type { PostedRow } from './posted.table.ts'
import { addressOf, type PostedResource, type RowNamed, withArticle } from './posted-resource.ts'
import type { Posting } from './posting.ts'
import type { PostedInput, PostedName } from './posting-definition.ts'

const mergePatchBody = z.record(z.string(), z.unknown()).meta({
  description: 'A JSON merge patch (RFC 7396) of the POST body: null removes a field.',
})

/** Registers the routes of a posted resource: create, read, list, change, delete, and upsert by external id. */
export function registerPostingRoutes<N extends PostedName, I extends PostedInput, R extends RowNamed<N>, T>(
  router: Router,
  resource: PostedResource<N, I, R, T>,
): void {
  const routes = router.group({ tag: resource.tag, scope: resource.scope })
  addCreateRoute(routes, resource)
  addListRoute(routes, resource)
  if (resource.alternative) addReadRouteInTwoForms(routes, resource, resource.alternative)
  else addReadRoute(routes, resource)
  addChangeRoutes(routes, resource)
  addPutRoute(routes, resource)
}

function addCreateRoute<N extends PostedName, I extends PostedInput, R extends RowNamed<N>, T>(
  routes: RouteGroup,
  { posting, name, input, shown, show, isLocalized = false, refusals }: PostedResource<N, I, R, T>,
): void {
  const base = addressOf(name)
  routes.post(
    base,
    {
      summary: `Post ${withArticle(name)}`,
      body: input,
      answers: { 201: shown },
      versioned: true,
      isLocalized,
      located: true,
      refusals: ['external_id_taken', ...(refusals?.write ?? [])],
    },
    async (ctx, { body, language }) => {
      const row = await posting.post(ctx, body)
      const location = `${base}/${row.id}`
      const said = await saidOfWrite(posting, ctx, row)
      return {
        status: 201,
        body: { ...show(row, language), ...said },
        version: row.version,
        location,
        resourceId: row.id,
      }
    },
  )
}

/** Returns the `notices` of an answer, for kinds whose writes have notices. */
async function saidOfWrite<R extends PostedRow, I>(
  posting: Pick<Posting<R, I>, 'noticesOfWrite'>,
  ctx: Context,
  row: R,
) {
  const notices = await posting.noticesOfWrite(ctx, row)
  return notices && { notices }
}

/** What both forms of reading a posting declare. */
function readingOf<N extends PostedName, I extends PostedInput, R extends RowNamed<N>, T>({
  name,
  shown,
  isLocalized = false,
  refusals,
  expansions = {},
}: PostedResource<N, I, R, T>) {
  return {
    summary: `Read ${withArticle(name)}`,
    ids: { id: name },
    query: z.strictObject(selectionQuery(shown, expansions)),
    versioned: true as const,
    isLocalized,
    refusals: refusals?.read ?? [],
  }
}

function addReadRoute<N extends PostedName, I extends PostedInput, R extends RowNamed<N>, T>(
  routes: RouteGroup,
  resource: PostedResource<N, I, R, T>,
): void {
  const { posting, name, shown, show, expansions = {}, readNote } = resource
  routes.get(
    `${addressOf(name)}/:id`,
    {
      ...readingOf(resource),
      ...(readNote !== undefined && { description: readNote }),
      selects: shown,
      answers: { 200: shown },
    },
    async (ctx, { ids, query, language }) => {
      const row = await posting.get(ctx, ids)
      const expanded = await expandRows(ctx, expansions, { rows: [row], ...query, language })
      return { status: 200, body: { ...show(row, language), ...expanded(row) }, version: row.version }
    },
  )
}

function addReadRouteInTwoForms<N extends PostedName, I extends PostedInput, R extends RowNamed<N>, T>(
  routes: RouteGroup,
  resource: PostedResource<N, I, R, T>,
  { mediaType, show: showOther }: NonNullable<PostedResource<N, I, R, T>['alternative']>,
): void {
  const { posting, name, shown, show, isLocalized = false, expansions = {}, readNote } = resource
  routes.raw(
    'GET',
    `${addressOf(name)}/:id`,
    {
      ...readingOf(resource),
      description: [readNote, `The response is \`${mediaType}\` if \`Accept\` prefers it.`]
        .filter(Boolean)
        .join(' '),
      answers: { 200: { 'application/json': shown, [mediaType]: z.record(z.string(), z.unknown()) } },
    },
    async (ctx, { ids, query, language }, { request, reply }) => {
      const row = await posting.get(ctx, ids)
      if (negotiate(request, reply, ['application/json', mediaType]) === mediaType) {
        const text = JSON.stringify(await showOther(ctx, row))
        return sendText(request, reply, { mediaType, text, version: row.version })
      }
      if (isLocalized) setLanguageHeaders(reply, language)
      const tag = etag(row.version, language)
      // Included resources change without the version.
      if (!query.expand && answeredNotModified(request, reply, tag)) return reply
      const expanded = await expandRows(ctx, expansions, { rows: [row], ...query, language })
      return sendSelected(reply.header('etag', tag), shown, query, {
        ...show(row, language),
        ...expanded(row),
      })
    },
  )
}

function addChangeRoutes<N extends PostedName, I extends PostedInput, R extends RowNamed<N>, T>(
  routes: RouteGroup,
  { posting, name, shown, show, isLocalized = false, refusals }: PostedResource<N, I, R, T>,
): void {
  const one = `${addressOf(name)}/:id`
  routes.patch(
    one,
    {
      summary: `Change ${withArticle(name)}`,
      ids: { id: name },
      consumes: ['application/merge-patch+json', 'application/json'],
      body: mergePatchBody,
      answers: { 200: shown },
      versioned: true,
      isLocalized,
      refusals: ['external_id_taken', ...(refusals?.write ?? []), ...(refusals?.change ?? [])],
    },
    async (ctx, { ids, body: patch, precondition, language }) => {
      const row = await posting.change(ctx, { ...ids, patch, precondition })
      const said = await saidOfWrite(posting, ctx, row)
      return { status: 200, body: { ...show(row, language), ...said }, version: row.version }
    },
  )

  routes.delete(
    one,
    {
      summary: `Delete ${withArticle(name)}`,
      ids: { id: name },
      answers: { 204: z.undefined().describe('Deleted') },
      versioned: true,
      refusals: refusals?.remove ?? [],
    },
    async (ctx, { ids, precondition }) => {
      await posting.remove(ctx, { ...ids, precondition })
      return { status: 204, body: undefined, resourceId: ids.id }
    },
  )
}

function addPutRoute<N extends PostedName, I extends PostedInput, R extends RowNamed<N>, T>(
  routes: RouteGroup,
  { posting, name, input, shown, show, isLocalized = false, refusals }: PostedResource<N, I, R, T>,
): void {
  const base = addressOf(name)
  routes.put(
    `${base}/by-external-id/:external_id`,
    {
      summary: `Create or replace ${withArticle(name)} by your own id`,
      params: z.object({
        external_id: text(1, 200).describe('Your own id, unique among your resources of this type'),
      }),
      body: input,
      answers: { 200: shown, 201: shown },
      versioned: 'optional',
      isLocalized,
      located: true,
      refusals: ['precondition_failed', ...(refusals?.write ?? []), ...(refusals?.change ?? [])],
    },
    async (ctx, { params: { external_id: externalId }, body, precondition, language }) => {
      requireSameExternalId(body, externalId)
      const { row, created } = await posting.put(ctx, { externalId, input: body, precondition })
      const said = await saidOfWrite(posting, ctx, row)
      const answer = { body: { ...show(row, language), ...said }, version: row.version, resourceId: row.id }
      if (!created) return { ...answer, status: 200 }
      return { ...answer, status: 201, location: `${base}/${row.id}` }
    },
  )
}

function requireSameExternalId({ external_id }: PostedInput, inAddress: string): void {
  if (external_id === undefined || external_id === inAddress) return
  const messages = [message('fault_of_posting', { what: 'other_external_id' })]
  throw validationFailed([{ pointer: '/external_id', code: 'invalid_value', messages }])
}

import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { InTransaction } from '../../platform/events/index.ts'
import {
  type Answer,
  type App,
  actorOf,
  answeredNotModified,
  createIdempotencyRepository,
  etag,
  idempotencyHeader,
  ifMatchHeader,
  negotiate,
  type Once,
  problem,
  readPrecondition,
  sendText,
} from '../../platform/http/index.ts'
import { validationFailed } from '../../shared/faults.ts'
import { idInAddress } from '../../shared/id-in-address.ts'
import type { IdPrefix } from '../../shared/ids.ts'
import { text } from '../../shared/wire.ts'
import { registerListRoute } from './list.routes.ts'
import type { PostedRow } from './posted.table.ts'
import type { PostingRoutes } from './posting-routes.ts'

const refusals = { 401: problem, 403: problem, 422: problem, 503: problem }
const mergePatchBody = z.record(z.string(), z.unknown()).meta({
  description: 'A JSON merge patch (RFC 7396) of the body of the POST: null takes a field out.',
})

/** Create, read, list, change, delete and upsert by external id: the same for everything that is posted. */
export function registerPostingRoutes<
  P extends IdPrefix,
  I extends { external_id?: string | undefined },
  R extends PostedRow<P>,
>(app: App, deps: { once: Once; inTransaction: InTransaction }, routes: PostingRoutes<P, I, R>): void {
  const { posting, path, name, show, shown, alternative } = routes
  const base = `/v1/${path}`
  const read = { scope: routes.readScope }
  const write = { scope: routes.writeScope }
  const tags = [routes.tag]
  const idParams = z.object({ id: z.string() })
  const answer = (row: R, status: number): Answer => ({
    status,
    headers: { etag: etag(row.version), location: `${base}/${row.id}` },
    body: show(row),
    resourceId: row.id,
  })
  const idIn = (request: { params: { id: string } }): R['id'] =>
    idInAddress(routes.prefix, request.params.id, name)

  // The validator compiler has parsed the body by this very schema; the generic hides it from the compiler.
  const bodyOf = (request: { body: unknown }) => request.body as I

  app.post(
    base,
    {
      config: write,
      schema: {
        tags,
        summary: `Post ${name}`,
        headers: idempotencyHeader,
        body: routes.input,
        response: { 201: shown, 409: problem, ...refusals },
      },
    },
    (request, reply) =>
      deps.once.write(request, reply, async (tx) =>
        answer(await posting.post(tx, actorOf(request).partnerId, bodyOf(request)), 201),
      ),
  )

  registerListRoute(app, routes)

  app.get(
    `${base}/:id`,
    {
      config: read,
      schema: {
        tags,
        summary: `Read ${name}`,
        params: idParams,
        response: {
          200: alternative ? inEither(shown, alternative.mediaType) : shown,
          304: z.undefined().describe('You have this version'),
          404: problem,
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const row = await posting.get(actorOf(request).partnerId, idIn(request))
      if (alternative) {
        const { mediaType } = alternative
        if (negotiate(request, reply, ['application/json', mediaType]) === mediaType) {
          const text = JSON.stringify(await alternative.show(row, actorOf(request)))
          return sendText(request, reply, { mediaType, text, version: row.version })
        }
      }
      if (answeredNotModified(request, reply, etag(row.version))) return reply
      return reply.header('etag', etag(row.version)).send(show(row))
    },
  )

  const preconditions = { 404: problem, 412: problem, 428: problem, ...refusals }
  app.patch(
    `${base}/:id`,
    {
      config: write,
      schema: {
        tags,
        summary: `Change ${name}`,
        params: idParams,
        headers: ifMatchHeader,
        consumes: ['application/merge-patch+json', 'application/json'],
        body: mergePatchBody,
        response: { 200: shown, 409: problem, ...preconditions },
      },
    },
    async (request, reply) => {
      const id = idIn(request)
      const precondition = readPrecondition(request, true)
      const { partnerId } = actorOf(request)
      const row = await deps.inTransaction((tx) =>
        posting.change(tx, partnerId, id, request.body, precondition),
      )
      return reply.header('etag', etag(row.version)).send(show(row))
    },
  )

  app.delete(
    `${base}/:id`,
    {
      config: write,
      schema: {
        tags,
        summary: `Delete ${name}`,
        params: idParams,
        headers: ifMatchHeader,
        response: { 204: z.undefined().describe('It is gone'), 409: problem, ...preconditions },
      },
    },
    async (request, reply) => {
      const id = idIn(request)
      const precondition = readPrecondition(request, true)
      const { partnerId } = actorOf(request)
      await deps.inTransaction(async (tx) => {
        await posting.remove(tx, partnerId, id, precondition)
        await createIdempotencyRepository(tx.db).removeOf(partnerId, id)
      })
      return reply.code(204).send()
    },
  )

  app.put(
    `${base}/by-external-id/:external_id`,
    {
      config: write,
      schema: {
        tags,
        summary: `Create or replace ${name} by your own id`,
        params: z.object({ external_id: text(1, 200) }),
        headers: putHeaders,
        body: routes.input,
        response: { 200: shown, 201: shown, 412: problem, ...refusals },
      },
    },
    async (request, reply) => {
      const precondition = readPrecondition(request, false)
      const external = request.params.external_id
      const body = bodyOf(request)
      if (body.external_id !== undefined && body.external_id !== external) {
        const detail = 'Must be the one of the address, or be left out.'
        throw validationFailed([{ pointer: '/external_id', code: 'invalid_value', detail }])
      }
      const { row, created } = await posting.put(actorOf(request).partnerId, external, body, precondition)
      return sendAnswer(reply, answer(row, created ? 201 : 200))
    },
  )
}

function inEither(shown: z.ZodType, mediaType: string) {
  return {
    description: 'As JSON, or in the other form where `Accept` would rather have that',
    content: {
      'application/json': { schema: shown },
      [mediaType]: { schema: z.record(z.string(), z.unknown()) },
    },
  }
}

const putHeaders = z.looseObject({
  'if-match': z.string().optional().describe('Replace only this version'),
  'if-none-match': z.string().optional().describe('`*`: only create'),
})

function sendAnswer(reply: FastifyReply, answer: Answer): FastifyReply {
  return reply
    .code(answer.status)
    .headers(answer.headers ?? {})
    .send(answer.body)
}

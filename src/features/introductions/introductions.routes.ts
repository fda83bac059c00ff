import { z } from 'zod'
import type { Queryable } from '../../platform/db/index.ts'
import type { InTransaction, Transaction } from '../../platform/events/index.ts'
import {
  type App,
  actorOf,
  etag,
  idAfter,
  idempotencyHeader,
  type Once,
  pageOf,
  problem,
  toPage,
} from '../../platform/http/index.ts'
import { idInAddress } from '../../shared/id-in-address.ts'
import type { IntroductionId, PartnerId } from '../../shared/ids.ts'
import { type AnswerDeps, accept, decline, withdraw } from './answer.ts'
import { createIntroductionsRepository } from './introductions.repository.ts'
import { declineInput, introduction, introductionQuery, proposeInput } from './introductions.schemas.ts'
import type { IntroductionRow } from './introductions.table.ts'
import { type ProposeDeps, propose } from './propose.ts'
import { readIntroduction, showIntroduction } from './show-introduction.ts'

const tags = ['Introductions']
const read = { scope: 'introductions:read' } as const
const write = { scope: 'introductions:write' } as const
const refusals = { 401: problem, 403: problem, 422: problem, 503: problem }
const idParams = z.object({ id: z.string() })

export type IntroductionDeps = AnswerDeps &
  ProposeDeps & { db: Queryable; once: Once; inTransaction: InTransaction }

export function registerIntroductionsRoutes(app: App, deps: IntroductionDeps): void {
  const idIn = (request: { params: { id: string } }) =>
    idInAddress('introduction', request.params.id, 'introduction')

  app.post(
    '/v1/introductions',
    {
      config: write,
      schema: {
        tags,
        summary: 'Propose an introduction',
        description:
          'By the partner of either side; the other side answers within 72 hours, or as long as you say.',
        headers: idempotencyHeader,
        body: proposeInput,
        response: { 201: introduction, 404: problem, 409: problem, ...refusals },
      },
    },
    (request, reply) =>
      deps.once.write(request, reply, async (tx) => {
        const { partnerId } = actorOf(request)
        const row = await propose(deps, tx, partnerId, request.body)
        return answerOf(row, partnerId, 201)
      }),
  )

  app.get(
    '/v1/introductions',
    {
      config: read,
      schema: {
        tags,
        summary: 'List introductions of your needs and offers',
        querystring: introductionQuery,
        response: { 200: pageOf(introduction), ...refusals },
      },
    },
    async (request) => {
      const { partnerId } = actorOf(request)
      const { limit, cursor, role, state } = request.query
      const after = idAfter('introduction', cursor)
      const rows = await createIntroductionsRepository(deps.db).list(partnerId, {
        limit: limit + 1,
        after,
        role,
        state,
      })
      return toPage(
        rows,
        limit,
        (row) => showIntroduction(row, partnerId),
        ({ id }) => ({ id }),
      )
    },
  )

  app.get(
    '/v1/introductions/:id',
    {
      config: read,
      schema: {
        tags,
        summary: 'Read an introduction; once it is accepted, with the contacts of both sides',
        params: idParams,
        response: { 200: introduction, 404: problem, ...refusals },
      },
    },
    async (request, reply) => {
      const { partnerId } = actorOf(request)
      const { row, shown } = await deps.inTransaction((tx) =>
        readIntroduction(deps, tx, partnerId, idIn(request)),
      )
      return reply.header('etag', etag(row.version)).send(shown)
    },
  )

  const answers: Record<
    'accept' | 'withdraw',
    (tx: Transaction, partnerId: PartnerId, id: IntroductionId) => Promise<IntroductionRow>
  > = {
    accept: (tx, partnerId, id) => accept(deps, tx, partnerId, id),
    withdraw: (tx, partnerId, id) => withdraw(deps, tx, partnerId, id),
  }
  const summaries = {
    accept: 'Say yes, for the side that was asked: the engagement begins',
    withdraw: 'Take a proposal back, for the side that made it',
  }
  for (const verb of ['accept', 'withdraw'] as const) {
    app.post(
      `/v1/introductions/:id/${verb}`,
      {
        config: write,
        schema: {
          tags,
          summary: summaries[verb],
          params: idParams,
          headers: idempotencyHeader,
          response: { 200: introduction, 404: problem, 409: problem, ...refusals },
        },
      },
      (request, reply) =>
        deps.once.write(request, reply, async (tx) => {
          const { partnerId } = actorOf(request)
          return answerOf(await answers[verb](tx, partnerId, idIn(request)), partnerId, 200)
        }),
    )
  }

  app.post(
    '/v1/introductions/:id/decline',
    {
      config: write,
      schema: {
        tags,
        summary: 'Say no, for the side that was asked',
        description: 'The two are not ranked for this need again.',
        params: idParams,
        headers: idempotencyHeader,
        body: declineInput,
        response: { 200: introduction, 404: problem, 409: problem, ...refusals },
      },
    },
    (request, reply) =>
      deps.once.write(request, reply, async (tx) => {
        const { partnerId } = actorOf(request)
        const row = await decline(deps, tx, partnerId, idIn(request), request.body.reason)
        return answerOf(row, partnerId, 200)
      }),
  )
}

function answerOf(row: IntroductionRow, partnerId: PartnerId, status: number) {
  return {
    status,
    headers: { etag: etag(row.version), location: `/v1/introductions/${row.id}` },
    body: showIntroduction(row, partnerId),
    resourceId: row.id,
  }
}

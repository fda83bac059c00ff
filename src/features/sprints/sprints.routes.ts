import { z } from 'zod'
import type { Queryable } from '../../platform/db/index.ts'
import { type App, actorOf, etag, idempotencyHeader, type Once, problem } from '../../platform/http/index.ts'
import { idInAddress } from '../../shared/id-in-address.ts'
import type { MatchingDeps } from '../matches/index.ts'
import { readSprint } from './read-sprint.ts'
import { sprint, sprintInput } from './sprints.schemas.ts'
import { type StartDeps, startSprint } from './start-sprint.ts'

const tags = ['Sprints']
const refusals = { 401: problem, 403: problem, 404: problem, 422: problem, 503: problem }
const started = sprint.pick({
  id: true,
  organization_id: true,
  deadline_at: true,
  half_time_at: true,
  created_at: true,
})

export function registerSprintsRoutes(
  app: App,
  deps: MatchingDeps & StartDeps & { db: Queryable; once: Once },
): void {
  app.post(
    '/v1/sprints',
    {
      config: { scope: 'sprints:write' },
      schema: {
        tags,
        summary: 'Start the 72-hour exercise: find help that costs no money',
        description: 'Each bottleneck becomes a need that takes only free help. `GET` tells how it goes.',
        headers: idempotencyHeader,
        body: sprintInput,
        response: { 201: started.extend({ need_ids: z.array(z.string()) }), ...refusals },
      },
    },
    (request, reply) =>
      deps.once.write(request, reply, async (tx) => {
        const { row, needIds } = await startSprint(deps, tx, actorOf(request).partnerId, request.body)
        return {
          status: 201,
          headers: { etag: etag(row.version), location: `/v1/sprints/${row.id}` },
          body: {
            id: row.id,
            organization_id: row.organizationId,
            deadline_at: row.deadlineAt.toISOString(),
            half_time_at: row.halfTimeAt.toISOString(),
            need_ids: needIds,
            created_at: row.createdAt.toISOString(),
          },
          resourceId: row.id,
        }
      }),
  )

  app.get(
    '/v1/sprints/:id',
    {
      config: { scope: 'sprints:read', rateClass: 'rank' },
      schema: {
        tags,
        summary: 'How a sprint goes: free matches now, introductions, what is found, time left',
        params: z.object({ id: z.string() }),
        response: { 200: sprint, ...refusals },
      },
    },
    async (request, reply) => {
      const id = idInAddress('sprint', request.params.id, 'sprint')
      const { row, shown } = await readSprint(deps, actorOf(request).partnerId, id)
      return reply.header('etag', etag(row.version)).send(shown)
    },
  )
}

import { z } from 'zod'
import { addCsvList, type Router } from '../../platform/http/index.ts'
import type { ReadNames } from '../postings/index.ts'
import { sprintList } from './sprint-list.ts'
import { sprint, sprintInput } from './sprints.schemas.ts'
import type { Sprints } from './sprints.ts'

const started = sprint
  .pick({ id: true, organization_id: true, deadline_at: true, half_time_at: true, created_at: true })
  .extend({ need_ids: z.array(z.string()).describe('Needs of the bottlenecks, in order') })

export function registerSprintsRoutes(router: Router, sprints: Sprints, readNames: ReadNames): void {
  const routes = router.group({ tag: 'Sprints', scope: 'sprints' })

  routes.post(
    '/v1/sprints',
    {
      summary: 'Start a 72-hour sprint: find help without pay',
      description:
        'Each bottleneck becomes a need that accepts only unpaid help. Read the sprint to follow it.',
      body: sprintInput,
      answers: { 201: started },
      versioned: true,
      located: true,
    },
    async (ctx, { body }) => {
      const { row, needIds } = await sprints.start(ctx, body)
      const shown = {
        id: row.id,
        organization_id: row.organizationId,
        deadline_at: row.deadlineAt.toISOString(),
        half_time_at: row.halfTimeAt.toISOString(),
        need_ids: needIds,
        created_at: row.createdAt.toISOString(),
      }
      const location = `/v1/sprints/${row.id}`
      return { status: 201, body: shown, version: row.version, location, resourceId: row.id }
    },
  )

  addCsvList(routes, '/v1/sprints', sprintList(sprints, readNames))

  routes.get(
    '/v1/sprints/:id',
    {
      summary: 'Read the progress of a sprint',
      description: 'Current matches without pay, introductions, help found so far, and the time left.',
      ids: { id: 'sprint' },
      answers: { 200: sprint },
      versioned: true,
      isConditional: false,
      isLocalized: true,
      refusals: ['not_ready'],
      rateClass: 'rank',
    },
    async (ctx, { ids, language }) => {
      const { row, shown } = await sprints.read(ctx, { ...ids, language })
      return { status: 200, body: shown, version: row.version }
    },
  )
}

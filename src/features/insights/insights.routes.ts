import { z } from 'zod'
import type { Taxonomy } from '../../engines/skills/index.ts'
import type { Queryable } from '../../platform/db/index.ts'
import { type App, actorOf, problem } from '../../platform/http/index.ts'
import type { Clock } from '../../shared/clock.ts'
import { insights, insightsQuery } from './insights.schemas.ts'
import { insightsChart } from './insights-chart.ts'
import { readFunnel, readInsights } from './read-insights.ts'
import { windowOf } from './window.ts'

const tags = ['Insights']
const config = { scope: 'insights:read', rateClass: 'rank' } as const
const refusals = { 401: problem, 403: problem, 422: problem, 503: problem }

export function registerInsightsRoutes(
  app: App,
  deps: { db: Queryable; clock: Clock; taxonomy: Taxonomy },
): void {
  app.get(
    '/v1/insights',
    {
      config,
      schema: {
        tags,
        summary: 'What becomes of your needs, and what your market lacks',
        description:
          'Of your own needs posted in the window, by the week of the posting, as they stand now. A need that a closing ring posted for you is not counted.',
        querystring: insightsQuery,
        response: { 200: insights, ...refusals },
      },
    },
    (request) => readInsights(deps, actorOf(request).partnerId, windowOf(request.query, deps.clock())),
  )

  app.get(
    '/v1/insights.svg',
    {
      config,
      schema: {
        tags,
        summary: 'The funnel and its weeks as a chart',
        produces: ['image/svg+xml'],
        querystring: insightsQuery,
        response: { 200: z.string(), ...refusals },
      },
    },
    async (request, reply) => {
      const window = windowOf(request.query, deps.clock())
      const read = await readFunnel(deps, actorOf(request).partnerId, window)
      return reply.type('image/svg+xml; charset=utf-8').send(insightsChart(read))
    },
  )
}

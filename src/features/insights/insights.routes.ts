import { z } from 'zod'
import type { Router } from '../../platform/http/index.ts'
import { insights, insightsQuery } from './insights.schemas.ts'
import type { InsightsVerbs } from './insights.ts'
import { insightsChart } from './insights-chart.ts'
import { windowOf } from './window.ts'

export function registerInsightsRoutes(router: Router, verbs: InsightsVerbs): void {
  const routes = router.group({ tag: 'Insights', scope: 'insights' })

  routes.get(
    '/v1/insights',
    {
      summary: 'Read the progress of your needs and the skills that your market lacks',
      description:
        'Counts your own needs by the week in which they were posted, with their current state. Needs that were created for a ring are not counted.',
      query: insightsQuery,
      answers: { 200: insights },
      rateClass: 'rank',
    },
    async (ctx, { query }) => ({
      status: 200,
      body: await verbs.read(ctx, windowOf(query, ctx.clock())),
    }),
  )

  routes.raw(
    'GET',
    '/v1/insights.svg',
    {
      summary: 'Read the funnel and its weeks as a chart',
      query: insightsQuery,
      answers: { 200: { 'image/svg+xml': z.string() } },
      rateClass: 'rank',
    },
    async (ctx, { query }, { reply }) => {
      const funnel = await verbs.readFunnel(ctx, windowOf(query, ctx.clock()))
      return reply.type('image/svg+xml; charset=utf-8').serializer(String).send(insightsChart(funnel))
    },
  )
}

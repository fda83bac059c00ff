import { z } from 'zod'
import type { Router } from '../../../platform/http/index.ts'
import type { Publishing } from '../publishing.ts'

const recordQuery = z.strictObject({
  format: z
    .enum(['json_resume', 'open_badge'])
    .describe('Format of the record: JSON Resume or Open Badges 3.0'),
})

export function registerRecordRoutes(router: Router, { readRecord }: Publishing): void {
  const routes = router.group({ tag: 'Engagements', scope: 'engagements' })

  routes.raw(
    'GET',
    '/v1/engagements/:id/record',
    {
      summary: "Read the helper's record of completed work",
      description: 'A JSON Resume, or an Open Badges 3.0 credential as a signed JWT.',
      ids: { id: 'engagement' },
      query: recordQuery,
      answers: {
        200: {
          'application/json': z.record(z.string(), z.unknown()),
          'application/vc+jwt': z.string(),
        },
      },
      refusals: ['engagement_not_completed'],
    },
    async (ctx, { ids, query }, { reply }) => {
      const record = await readRecord(ctx, { ...ids, ...query })
      if ('jwt' in record) return reply.type('application/vc+jwt').serializer(String).send(record.jwt)
      return reply.type('application/json').serializer(JSON.stringify).send(record.json)
    },
  )
}

import { z } from 'zod'
import type { Router } from '../../../platform/http/index.ts'
import type { Publishing } from '../publishing.ts'

export function registerResumeRoutes(router: Router, { readResume }: Publishing): void {
  const routes = router.group({ tag: 'Helpers', scope: 'helpers' })

  routes.raw(
    'GET',
    '/v1/helpers/:id/resume',
    {
      summary: 'Read the helper as a JSON Resume',
      description:
        "Includes the skills of the helper's offers if the token has `offers:read`, and completed engagements if it has `engagements:read`.",
      ids: { id: 'helper' },
      answers: { 200: z.record(z.string(), z.unknown()).describe('JSON Resume 1.0.0') },
      refusals: ['record_merged'],
    },
    async (ctx, { ids }, { reply }) =>
      reply
        .type('application/json')
        .serializer(JSON.stringify)
        .send(await readResume(ctx, ids)),
  )
}

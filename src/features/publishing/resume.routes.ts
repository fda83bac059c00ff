import { z } from 'zod'
import { type App, actorOf, problem } from '../../platform/http/index.ts'
import { idInAddress } from '../../shared/id-in-address.ts'
import { type ResumeDeps, readResume } from './read-resume.ts'

export function registerResumeRoutes(app: App, deps: ResumeDeps): void {
  app.get(
    '/v1/helpers/:id/resume',
    {
      config: { scope: 'helpers:read' },
      schema: {
        tags: ['Helpers'],
        summary: 'The helper as a JSON Resume',
        description:
          'With the skills of its offers where the token has `offers:read`, and its completed engagements where it has `engagements:read`.',
        params: z.object({ id: z.string() }),
        response: {
          200: z.record(z.string(), z.unknown()).describe('JSON Resume 1.0.0'),
          401: problem,
          403: problem,
          404: problem,
          503: problem,
        },
      },
    },
    async (request, reply) => {
      const id = idInAddress('helper', request.params.id, 'helper')
      const resume = await readResume(deps, actorOf(request), id)
      return reply.type('application/json').serializer(JSON.stringify).send(resume)
    },
  )
}

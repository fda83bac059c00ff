import { z } from 'zod'
import { DomainError } from '../../shared/errors.ts'
import { ping, type Queryable } from '../db/index.ts'
import type { App } from './app-type.ts'
import { problem } from './problem.ts'

const ok = z.object({ status: z.literal('ok') })
const tags = ['Operation']

/** `/livez`: the process answers. `/readyz`: the index is whole and the database is there. */
export function registerHealthRoutes(app: App, deps: { db: Queryable; isReady: () => boolean }): void {
  app.get(
    '/livez',
    {
      config: { rateClass: 'operation' },
      schema: { tags, summary: 'Check that the process is alive', response: { 200: ok } },
    },
    async () => ({
      status: 'ok' as const,
    }),
  )

  app.get(
    '/readyz',
    {
      config: { rateClass: 'operation' },
      schema: {
        tags,
        summary: 'Check that the service can take requests',
        response: { 200: ok, 503: problem },
      },
    },
    async () => {
      if (!deps.isReady())
        throw new DomainError('not_ready', 'The market is still loading. Try again shortly.')
      await ping(deps.db)
      return { status: 'ok' as const }
    },
  )
}

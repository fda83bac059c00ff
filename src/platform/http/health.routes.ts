import { z } from 'zod'
import { DomainError } from '../../shared/errors.ts'
import { ping, type Queryable } from '../db/index.ts'
import { addRoute } from './add-route.ts'
import type { App } from './app-type.ts'

const answers = {
  200: z.object({ status: z.literal('ok').describe('Always `ok`. Otherwise the response is a problem') }),
}
const common = { tag: 'Operation', rateClass: 'operation', answers } as const

/**
 * Registers `/livez` (the process responds) and `/readyz` (the index is loaded, the database is reachable,
 * and the process is not about to stop).
 */
export function registerHealthRoutes(
  app: App,
  deps: { db: Queryable; isReady: () => boolean; isLeaving: () => boolean },
): void {
  addRoute(app, 'GET', '/livez', { ...common, summary: 'Is the process alive' }, async () => ({
    status: 'ok',
  }))

  addRoute(
    app,
    'GET',
    '/readyz',
    { ...common, summary: 'Can it serve', refusals: ['not_ready'] },
    async () => {
      if (deps.isLeaving()) throw new DomainError('not_ready', 'The process is about to stop.')
      if (!deps.isReady()) throw new DomainError('not_ready', 'The index is still being loaded.')
      await ping(deps.db)
      return { status: 'ok' }
    },
  )
}

import type { InTransaction } from '../../../platform/events/index.ts'
import type { Actor, App, Once } from '../../../platform/http/index.ts'
import { idOf } from '../../../shared/wire.ts'
import { registerPostingRoutes } from '../posting.routes.ts'
import type { Posting } from '../posting.ts'
import { registerStatusRoutes } from '../status.routes.ts'
import { showNeed } from './needs.posting.ts'
import { type NeedInput, need, needInput, needStatus } from './needs.schemas.ts'
import type { NeedRow } from './needs.table.ts'

export function registerNeedsRoutes(
  app: App,
  deps: {
    once: Once
    inTransaction: InTransaction
    needs: Posting<NeedRow, NeedInput>
    needJsonLd: (need: NeedRow, actor: Actor) => Promise<object>
  },
): void {
  const routes = {
    posting: deps.needs,
    path: 'needs',
    tag: 'Needs',
    name: 'need',
    prefix: 'need',
    readScope: 'needs:read',
    writeScope: 'needs:write',
    input: needInput,
    shown: need,
    show: showNeed,
    alternative: { mediaType: 'application/ld+json', show: deps.needJsonLd },
    filters: {
      status: { schema: needStatus.optional(), column: 'status' },
      organization_id: { schema: idOf('org').optional(), column: 'organizationId' },
    },
  } as const
  registerPostingRoutes(app, deps, routes)
  registerStatusRoutes(app, deps, { ...routes, verbs: { close: 'closed', fill: 'filled', reopen: 'open' } })
}

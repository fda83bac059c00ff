import type { InTransaction } from '../../../platform/events/index.ts'
import type { App, Once } from '../../../platform/http/index.ts'
import { idOf } from '../../../shared/wire.ts'
import { registerPostingRoutes } from '../posting.routes.ts'
import type { Posting } from '../posting.ts'
import { registerStatusRoutes } from '../status.routes.ts'
import { showOffer } from './offers.posting.ts'
import { type OfferInput, offer, offerInput, offerStatus } from './offers.schemas.ts'
import type { OfferRow } from './offers.table.ts'

export function registerOffersRoutes(
  app: App,
  deps: { once: Once; inTransaction: InTransaction; offers: Posting<OfferRow, OfferInput> },
): void {
  const routes = {
    posting: deps.offers,
    path: 'offers',
    tag: 'Offers',
    name: 'offer',
    prefix: 'offer',
    readScope: 'offers:read',
    writeScope: 'offers:write',
    input: offerInput,
    shown: offer,
    show: showOffer,
    filters: {
      status: { schema: offerStatus.optional(), column: 'status' },
      helper_id: { schema: idOf('helper').optional(), column: 'helperId' },
    },
  } as const
  registerPostingRoutes(app, deps, routes)
  registerStatusRoutes(app, deps, { ...routes, verbs: { pause: 'paused', resume: 'open', close: 'closed' } })
}

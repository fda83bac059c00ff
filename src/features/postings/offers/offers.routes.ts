import type { Router } from '../../../platform/http/index.ts'
import { expandHelper, expandLeftOfOffer } from '../expansions.ts'
import type { BodySheet } from '../posted-resource.ts'
import { registerPostingRoutes } from '../posting.routes.ts'
import type { Posting } from '../posting.ts'
import { registerStatusRoutes } from '../status.routes.ts'
import { offerList } from './offers.list.ts'
import { showOffer } from './offers.posting.ts'
import { type OfferInput, offer, offerInput } from './offers.schemas.ts'
import type { OfferRow } from './offers.table.ts'

export function registerOffersRoutes(
  router: Router,
  posting: Posting<OfferRow, OfferInput>,
  sheet: BodySheet,
): void {
  const resource = {
    posting,
    name: 'offer',
    tag: 'Offers',
    scope: 'offers',
    input: offerInput,
    shown: offer,
    show: showOffer,
    isLocalized: true,
    sheet,
    refusals: { change: ['kept_by_candidate'], remove: ['kept_by_candidate'] },
    readNote:
      'Returns only your own. Another partner’s offer is shown with a match, and with `expand=offer` on an introduction or an engagement.',
    expansions: { helper: expandHelper, left: expandLeftOfOffer },
    list: offerList,
  } as const
  registerPostingRoutes(router, resource)
  registerStatusRoutes(router, resource, { pause: 'paused', resume: 'open', close: 'closed' })
}

import type { Router } from '../../../platform/http/index.ts'
import { idOf } from '../../../shared/wire.ts'
import { expandOrganization } from '../expansions.ts'
import type { BodySheet, ShowOther } from '../posted-resource.ts'
import { registerPostingRoutes } from '../posting.routes.ts'
import type { Posting } from '../posting.ts'
import { registerStatusRoutes } from '../status.routes.ts'
import { showNeed } from './needs.posting.ts'
import { type NeedInput, need, needInput, needStatus } from './needs.schemas.ts'
import type { NeedRow } from './needs.table.ts'

/** `showAsJsonLd` shows a need to its own partner as linked data. */
export function registerNeedsRoutes(
  router: Router,
  posting: Posting<NeedRow, NeedInput>,
  showAsJsonLd: ShowOther<NeedRow>,
  sheet: BodySheet,
): void {
  const resource = {
    posting,
    name: 'need',
    tag: 'Needs',
    scope: 'needs',
    input: needInput,
    shown: need,
    show: showNeed,
    isLocalized: true,
    sheet,
    alternative: { mediaType: 'application/ld+json', show: showAsJsonLd },
    expansions: { organization: expandOrganization },
    filters: {
      status: { column: 'status', value: needStatus },
      organization_id: { column: 'organizationId', value: idOf('org') },
    },
  } as const
  registerPostingRoutes(router, resource)
  registerStatusRoutes(router, resource, { close: 'closed', fill: 'filled', reopen: 'open' })
}

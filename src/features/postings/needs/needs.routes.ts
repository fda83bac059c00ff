import type { Router } from '../../../platform/http/index.ts'
import { expandLeftOfNeed, expandOrganization } from '../expansions.ts'
import type { BodySheet, ShowOther } from '../posted-resource.ts'
import { registerPostingRoutes } from '../posting.routes.ts'
import type { Posting } from '../posting.ts'
import { registerStatusRoutes } from '../status.routes.ts'
import { needList } from './needs.list.ts'
import { showNeed } from './needs.posting.ts'
import { type NeedInput, need, needInput } from './needs.schemas.ts'
import type { NeedRow } from './needs.table.ts'
import { type NeedsOfSprint, relatedNeeds } from './needs-of-sprint.ts'

/** Registers the routes of needs. `showAsJsonLd` shows a need to its own partner as linked data. */
export function registerNeedsRoutes(
  router: Router,
  posting: Posting<NeedRow, NeedInput>,
  showAsJsonLd: ShowOther<NeedRow>,
  sheet: BodySheet,
  needsOfSprint: NeedsOfSprint,
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
    readNote:
      'Returns only your own. Another partner’s need is shown with a match, and with `expand=need` on an introduction or an engagement.',
    alternative: { mediaType: 'application/ld+json', show: showAsJsonLd },
    expansions: { organization: expandOrganization, left: expandLeftOfNeed },
    list: needList,
    related: relatedNeeds(needsOfSprint),
  } as const
  registerPostingRoutes(router, resource)
  registerStatusRoutes(router, resource, { close: 'closed', fill: 'filled', reopen: 'open' })
}

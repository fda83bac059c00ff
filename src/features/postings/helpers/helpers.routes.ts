import type { Router } from '../../../platform/http/index.ts'
import type { BodySheet } from '../posted-resource.ts'
import { registerPostingRoutes } from '../posting.routes.ts'
import type { Posting } from '../posting.ts'
import { helperList } from './helpers.list.ts'
import { showHelper } from './helpers.posting.ts'
import { type HelperInput, helper, helperInput } from './helpers.schemas.ts'
import type { HelperRow } from './helpers.table.ts'

export function registerHelpersRoutes(
  router: Router,
  posting: Posting<HelperRow, HelperInput>,
  sheet: BodySheet,
): void {
  registerPostingRoutes(router, {
    posting,
    name: 'helper',
    tag: 'Helpers',
    scope: 'helpers',
    input: helperInput,
    shown: helper,
    show: showHelper,
    sheet,
    list: helperList,
    refusals: {
      read: ['record_merged'],
      change: ['kept_by_candidate', 'record_merged'],
      remove: ['kept_by_candidate', 'helper_has_offers', 'record_merged'],
    },
  })
}

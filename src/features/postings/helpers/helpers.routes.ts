import type { InTransaction } from '../../../platform/events/index.ts'
import type { App, Once } from '../../../platform/http/index.ts'
import { registerPostingRoutes } from '../posting.routes.ts'
import type { Posting } from '../posting.ts'
import { showHelper } from './helpers.posting.ts'
import { type HelperInput, helper, helperInput } from './helpers.schemas.ts'
import type { HelperRow } from './helpers.table.ts'

export function registerHelpersRoutes(
  app: App,
  deps: { once: Once; inTransaction: InTransaction; helpers: Posting<HelperRow, HelperInput> },
): void {
  const routes = {
    posting: deps.helpers,
    path: 'helpers',
    tag: 'Helpers',
    name: 'helper',
    prefix: 'helper',
    readScope: 'helpers:read',
    writeScope: 'helpers:write',
    input: helperInput,
    shown: helper,
    show: showHelper,
  } as const
  registerPostingRoutes(app, deps, routes)
}

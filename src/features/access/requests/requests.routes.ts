import { z } from 'zod'
import {
  addCsvList,
  type CsvCell,
  declaredList,
  type Router,
  shownPath,
} from '../../../platform/http/index.ts'
import { idOf } from '../../../shared/wire.ts'
import { requestsListed } from './requests.list.ts'
import type { RequestRow } from './requests.table.ts'
import { countRequests, KEPT_DAYS, listRequests, MOST_KEPT } from './requests.ts'

const requestShown = z
  .object({
    id: idOf('request'),
    request_id: z.string().describe('The `Request-Id` of the answer'),
    created_at: z.string().describe('When it was answered, as RFC 3339'),
    method: z.string().describe('The method, such as `POST`'),
    route: z
      .string()
      .nullable()
      .describe(
        'The path as the reference has it, such as `/v1/needs/{id}`. Null where no route has the path',
      ),
    status: z.int().describe('The status of the answer'),
    error_code: z.string().nullable().describe('The `code` of the problem. Null if it was none'),
    duration_ms: z.int().min(0).describe('How long the service took, in milliseconds'),
    client_id: idOf('client').describe('The client that asked'),
  })
  .meta({ id: 'LoggedRequest' })
type RequestShown = z.output<typeof requestShown>
const COLUMNS = Object.keys(requestShown.shape)
const KEPT = `The last ${KEPT_DAYS} days are kept, of a partner up to ${MOST_KEPT.toLocaleString('en')} requests. Addresses, queries and bodies are not kept`

/** What the partner's clients asked. */
export function registerRequestsRoutes(router: Router): void {
  const routes = router.group({ tag: 'Clients', scope: 'clients', isInRealTime: true })
  addCsvList(routes, '/v1/requests', {
    ...declaredList<RequestRow, RequestShown>({
      name: 'requests',
      list: requestsListed,
      prefixes: ['request'],
      item: requestShown,
      show: showRequest,
      read: listRequests,
      count: countRequests,
      csv: {
        description: `One row for each request of your clients. ${KEPT}.`,
        columns: COLUMNS,
        cells: async (_ctx, rows) => rows.map((row): CsvCell[] => Object.values(showRequest(row))),
      },
    }),
    scope: 'clients:manage',
    notes: `Find what was answered by its \`Request-Id\`, a few seconds later; \`sort=-created_at\` begins with the latest. ${KEPT}.`,
  })
}

/** The keys have the order of the columns. */
function showRequest(row: RequestRow): RequestShown {
  return {
    id: row.id,
    request_id: row.requestId,
    created_at: row.createdAt.toISOString(),
    method: row.method,
    route: row.route === null ? null : shownPath(row.route),
    status: row.status,
    error_code: row.errorCode,
    duration_ms: row.durationMs,
    client_id: row.clientId,
  }
}

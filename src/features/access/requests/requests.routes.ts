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
    request_id: z.string().describe('`Request-Id` of the response'),
    created_at: z.string().describe('When the response was sent, RFC 3339'),
    method: z.string().describe('HTTP method, such as `POST`'),
    route: z
      .string()
      .nullable()
      .describe('Path as in the reference, such as `/v1/needs/{id}`. Null if no route has the path'),
    status: z.int().describe('HTTP status of the response'),
    error_code: z.string().nullable().describe('Error code of the response. Null if it was not an error'),
    duration_ms: z.int().min(0).describe('Milliseconds that the service took'),
    client_id: idOf('client').describe('Client that sent the request'),
  })
  .meta({ id: 'LoggedRequest' })
type RequestShown = z.output<typeof requestShown>
const COLUMNS = Object.keys(requestShown.shape)
const KEPT = `Requests of the last ${KEPT_DAYS} days are kept, up to ${MOST_KEPT.toLocaleString('en')} per partner. Addresses, queries and bodies are not stored`

/** Registers the routes of the requests that the partner's clients sent. */
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
        description: `One row per request of your clients. ${KEPT}.`,
        columns: COLUMNS,
        cells: async (_ctx, rows) => rows.map((row): CsvCell[] => Object.values(showRequest(row))),
      },
    }),
    scope: 'clients:manage',
    notes: `Find a request by its \`Request-Id\`, a few seconds after it was answered. \`sort=-created_at\` lists the latest first. ${KEPT}.`,
  })
}

/** Shows a request, with keys in the order of the columns. */
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

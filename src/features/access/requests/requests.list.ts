import { z } from 'zod'
import { createList, is, isAmongFew, numberIn } from '../../../platform/db/index.ts'
import { REQUEST_ID } from '../../../platform/http/index.ts'
import { issueText } from '../../../shared/issue-messages.ts'
import { idOf } from '../../../shared/wire.ts'
import { type RequestRow, requests } from './requests.table.ts'

/** A partner has few rows, so only the `Request-Id` has an index. */
export const requestsListed = createList<RequestRow>({
  table: requests,
  filters: {
    request_id: is(
      requests.requestId,
      z.string().regex(REQUEST_ID, issueText('fault_said', { what: 'request_id' })),
      'Return only requests whose answer had this `Request-Id`',
    ),
    status: numberIn(
      requests.status,
      { min: 100, max: 599 },
      'Return only requests that were answered with one of these statuses',
    ),
    client_id: isAmongFew(requests.clientId, idOf('client'), 'Return only requests of this client'),
  },
})

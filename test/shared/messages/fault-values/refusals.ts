import { errorCodes } from '../../../../src/platform/http/problem.ts'
import {
  type RefusalMessages,
  refusalSayings,
  refusalSides,
} from '../../../../src/shared/messages/faults/refusals.ts'
import type { AllValues } from './all-values.ts'

export const refusals: AllValues<RefusalMessages> = {
  refusal_title: errorCodes.map((of) => ({ of })),
  refusal_said: refusalSayings.map((what) => ({ what })),
  refusal_scope: [{ scope: 'needs:read' }],
  refusal_rate: [
    { quotas: [{ requests: 917, seconds: 53 }] },
    {
      quotas: [
        { requests: 17, seconds: 3 },
        { requests: 917, seconds: 53 },
      ],
    },
  ],
  refusal_open_requests: (['client', 'address'] as const).map((of) => ({ most: 17, of })),
  refusal_route: [{ meant: null }, { meant: '/v1/needs' }],
  refusal_method: [{ allowed: 'GET, HEAD', method: 'PUT' }],
  refusal_media_type: [
    { types: ['application/json'] },
    { types: ['application/json', 'text/csv'] },
    { types: ['application/json', 'text/csv', 'text/plain'] },
  ],
  refusal_status: refusalSides.map((of) => ({ of, status: 'closed' })),
  refusal_answered: [{ status: 'accepted' }],
  refusal_external_id: [{ name: 'need' }],
  refusal_turn: refusalSides.flatMap((of) => [true, false].map((isAnswer) => ({ of, isAnswer }))),
}

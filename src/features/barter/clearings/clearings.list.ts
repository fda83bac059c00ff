import { z } from 'zod'
import { createList, oneOf } from '../../../platform/db/index.ts'
import { type ClearingRow, clearingStatuses, clearings } from './clearings.table.ts'

export const clearingsListed = createList<ClearingRow>({
  table: clearings,
  isNewestFirst: true,
  filters: {
    status: oneOf(
      clearings.status,
      z.enum(clearingStatuses),
      'Return only clearings with one of these statuses',
    ),
  },
})

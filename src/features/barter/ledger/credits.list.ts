import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { type List, whether } from '../../../platform/db/index.ts'
import { type CreditAccount, creditAccounts } from './ledger.table.ts'

const KINDS = { organization: 'org_', helper: 'helper_' } as const

/** Time credits have no times of their own. They go by party, or by balance. */
export const creditsListed: List<CreditAccount> = {
  table: creditAccounts,
  filters: {
    party: {
      value: z.enum(['organization', 'helper']).describe('Return only organizations, or only helpers'),
      where: (kind) => sql`starts_with(${creditAccounts.id}, ${KINDS[kind as keyof typeof KINDS]})`,
    },
    is_owing: whether(
      sql`${creditAccounts.balanceMinutes} < 0`,
      'Return only parties that owe hours, or only those that do not',
    ),
  },
  sorts: {
    balance_hours: {
      key: creditAccounts.balanceMinutes,
      type: 'integer',
      positionOf: ({ balanceMinutes }) => String(balanceMinutes),
    },
  },
  words: null,
}

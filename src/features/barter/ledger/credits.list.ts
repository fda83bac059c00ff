import { beginsAs, isNegative, type List } from '../../../platform/db/index.ts'
import { type CreditAccount, creditAccounts } from './ledger.table.ts'

/** Lists time credits, which have no times of their own, by party or by balance. */
export const creditsListed: List<CreditAccount> = {
  table: creditAccounts,
  filters: {
    party: beginsAs(
      creditAccounts.id,
      { organization: 'org_', helper: 'helper_' },
      'Return only organizations, or only helpers',
    ),
    is_owing: isNegative(
      creditAccounts.balanceMinutes,
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

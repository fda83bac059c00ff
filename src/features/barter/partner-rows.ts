import { type PartnerRows, rowsOf, rowsThrough } from '../../platform/db/index.ts'
import { clearings } from './clearings/clearings.table.ts'
import { creditAccounts, creditEntries, creditTransactions } from './ledger/ledger.table.ts'
import { ringParties, rings } from './rings/rings.table.ts'

/**
 * Rows that resetting a sandbox deletes. Deleted before its rings, because the ledger looks up the ring of a transaction.
 */
export const ledgerOfPartner: readonly PartnerRows[] = [
  rowsOf(creditEntries.partnerId),
  rowsThrough(creditTransactions.ringId, { id: rings.id, partner: rings.proposedBy }),
]

/** Rows that resetting a sandbox deletes. */
export const barterOfPartner: readonly PartnerRows[] = [
  rowsOf(clearings.partnerId),
  rowsOf(creditAccounts.partnerId),
  rowsOf(ringParties.partnerId),
  rowsOf(rings.proposedBy),
]

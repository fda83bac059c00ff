import { type PartnerRows, rowsOf, rowsThrough } from '../../platform/db/index.ts'
import { clearings } from './clearings/clearings.table.ts'
import { creditAccounts, creditEntries, creditTransactions } from './ledger/ledger.table.ts'
import { ringParties, rings } from './rings/rings.table.ts'

/** What a sandbox deletes when it is reset, before its rings: the ledger looks up whose ring a transaction is of. */
export const ledgerOfPartner: readonly PartnerRows[] = [
  rowsOf(creditEntries.partnerId),
  rowsThrough(creditTransactions.ringId, { id: rings.id, partner: rings.proposedBy }),
]

/** What a sandbox deletes when it is reset. */
export const barterOfPartner: readonly PartnerRows[] = [
  rowsOf(clearings.partnerId),
  rowsOf(creditAccounts.partnerId),
  rowsOf(ringParties.partnerId),
  rowsOf(rings.proposedBy),
]

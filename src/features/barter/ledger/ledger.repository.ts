import { and, asc, eq, getTableColumns, gt, gte, lte, sql } from 'drizzle-orm'
import { createListReader, type Queryable } from '../../../platform/db/index.ts'
import type { Id, PartnerId } from '../../../shared/ids.ts'
import { creditsListed } from './credits.list.ts'
import {
  type CreditAccount,
  type CreditEntry,
  type CreditTransaction,
  creditAccounts,
  creditEntries,
  creditTransactions,
  DEFAULT_LIMIT_MINUTES,
} from './ledger.table.ts'

export interface StatementPage {
  limit: number
  after?: Id<'credit'> | undefined
  /** The balance after that entry, if it is known. Otherwise all entries before are summed. */
  balanceAfterMinutes?: number | undefined
  /** Days of work, both inclusive. */
  from?: string | undefined
  to?: string | undefined
}

export type StatementEntry = CreditEntry & { transaction: CreditTransaction; balanceMinutes: number }

export function createLedgerRepository(db: Queryable) {
  const is = (partnerId: PartnerId, partyId: string) =>
    and(eq(creditAccounts.partnerId, partnerId), eq(creditAccounts.id, partyId))

  return {
    ...createListReader(db, creditsListed, creditAccounts.partnerId),

    /**
     * Books transactions with their entries. Accounts are written in a fixed order, to avoid deadlocks. The database refuses
     * entries that don't add up to zero, and with `credit_accounts_limit` those that take an account below its limit.
     */
    async book(transactions: readonly CreditTransaction[], entries: readonly CreditEntry[]): Promise<void> {
      const sorted = entries.toSorted((a, b) =>
        `${a.partnerId} ${a.partyId}` < `${b.partnerId} ${b.partyId}` ? -1 : 1,
      )
      await db
        .insert(creditAccounts)
        .values(
          sorted.map(({ partnerId, partyId }) => ({
            partnerId,
            id: partyId,
            leastMinutes: -DEFAULT_LIMIT_MINUTES,
          })),
        )
        .onConflictDoNothing()
      await db.insert(creditTransactions).values([...transactions])
      await db.insert(creditEntries).values([...sorted])
    },

    async account(partnerId: PartnerId, partyId: string): Promise<CreditAccount> {
      const [row] = await db.select().from(creditAccounts).where(is(partnerId, partyId))
      return row ?? { partnerId, id: partyId, balanceMinutes: 0, leastMinutes: -DEFAULT_LIMIT_MINUTES }
    },

    async setLimit(partnerId: PartnerId, partyId: string, limitMinutes: number): Promise<void> {
      await db
        .insert(creditAccounts)
        .values({ partnerId, id: partyId, leastMinutes: -limitMinutes })
        .onConflictDoUpdate({
          target: [creditAccounts.partnerId, creditAccounts.id],
          set: { leastMinutes: -limitMinutes },
        })
    },

    /** Returns the entries of an account in the order in which they were booked, each with the balance after it. */
    async statement(partnerId: PartnerId, partyId: string, page: StatementPage): Promise<StatementEntry[]> {
      const { after, balanceAfterMinutes: before } = page
      const isKnown = after !== undefined && before !== undefined
      const counted = db
        .select({
          ...getTableColumns(creditEntries),
          balanceMinutes:
            sql`${isKnown ? before : 0}::bigint + sum(${creditEntries.minutes}) over (order by ${creditEntries.transactionId})`
              .mapWith(Number)
              .as('balance_minutes'),
        })
        .from(creditEntries)
        .where(
          and(
            eq(creditEntries.partnerId, partnerId),
            eq(creditEntries.partyId, partyId),
            isKnown ? gt(creditEntries.transactionId, after) : undefined,
          ),
        )
        .as('counted')
      const rows = await db
        .select()
        .from(counted)
        .innerJoin(creditTransactions, eq(creditTransactions.id, counted.transactionId))
        .where(
          and(
            after && gt(counted.transactionId, after),
            page.from === undefined ? undefined : gte(creditTransactions.workedOn, page.from),
            page.to === undefined ? undefined : lte(creditTransactions.workedOn, page.to),
          ),
        )
        .orderBy(asc(counted.transactionId))
        .limit(page.limit)
      return rows.map((row) => ({ ...row.counted, transaction: row.credit_transactions }))
    },
  }
}

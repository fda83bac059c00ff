import { and, count, eq, gt, inArray, isNull, max, min, ne, or, sql } from 'drizzle-orm'
import type { Queryable } from '../../platform/db/index.ts'
import type { PartnerId } from '../../shared/ids.ts'
import { type IntroductionRow, introductions } from './introductions.table.ts'

type BetweenPartners = Pick<IntroductionRow, 'needPartnerId' | 'offerPartnerId' | 'proposedBy'>
type BetweenParties = BetweenPartners & Pick<IntroductionRow, 'organizationId' | 'helperId'>

/** How many proposals count against a limit, and when the first of them may stop counting. */
export interface Counted {
  count: number
  firstEndsAt: Date | null
}

/** Counts what partners have proposed to other partners. */
export function createProposalsRepository(db: Queryable) {
  const { needPartnerId, offerPartnerId, proposedBy, status, reason, expiresAt, updatedAt } = introductions
  const isOpen = (now: Date) => and(eq(status, 'proposed'), gt(expiresAt, now))
  const isBetween = (pair: BetweenPartners) =>
    and(
      eq(needPartnerId, pair.needPartnerId),
      eq(offerPartnerId, pair.offerPartnerId),
      eq(proposedBy, pair.proposedBy),
    )

  return {
    /** Counts the unanswered proposals of one partner to all others. */
    async openOf(partnerId: PartnerId, now: Date): Promise<Counted> {
      const isFrom = or(
        and(eq(needPartnerId, partnerId), eq(proposedBy, 'need')),
        and(eq(offerPartnerId, partnerId), eq(proposedBy, 'offer')),
      )
      const [row] = await db
        .select({ count: count(), firstEndsAt: min(expiresAt) })
        .from(introductions)
        .where(and(isFrom, ne(needPartnerId, offerPartnerId), isOpen(now)))
      return row ?? { count: 0, firstEndsAt: null }
    },

    /**
     * Counts the proposals of one partner to another that are unanswered, or that ended without acceptance within the
     * cool-down. Proposals withdrawn because the need was filled or the offer closed don't count.
     */
    async recentBetween(pair: BetweenPartners, now: Date, coolDownMs: number): Promise<Counted> {
      // As in the index `introductions_between_partners`.
      const endsAt = sql`(case when ${status} in ('proposed', 'expired') then ${expiresAt} else ${updatedAt} end)`
      const [row] = await db
        .select({ count: count(), firstEndedAt: min(endsAt).mapWith(updatedAt) })
        .from(introductions)
        .where(
          and(
            isBetween(pair),
            ne(needPartnerId, offerPartnerId),
            gt(endsAt, sql`${new Date(now.getTime() - coolDownMs).toISOString()}::timestamptz`),
            or(
              inArray(status, ['proposed', 'declined', 'expired']),
              and(eq(status, 'withdrawn'), isNull(reason)),
            ),
          ),
        )
      if (!row?.firstEndedAt) return { count: 0, firstEndsAt: null }
      return { count: row.count, firstEndsAt: new Date(row.firstEndedAt.getTime() + coolDownMs) }
    },

    /** Returns when this partner's last proposal for this organization and this helper was declined. */
    async lastDeclinedAt(pair: BetweenParties): Promise<Date | null> {
      const [row] = await db
        .select({ at: max(updatedAt) })
        .from(introductions)
        .where(
          and(
            isBetween(pair),
            eq(introductions.organizationId, pair.organizationId),
            eq(introductions.helperId, pair.helperId),
            eq(status, 'declined'),
          ),
        )
      return row?.at ?? null
    },
  }
}

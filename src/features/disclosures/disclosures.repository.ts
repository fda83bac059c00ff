import { and, asc, eq, gt, ne } from 'drizzle-orm'
import type { Queryable } from '../../platform/db/index.ts'
import type { HelperId, Id, PartnerId } from '../../shared/ids.ts'
import { partners } from '../access/index.ts'
import { type DisclosureRow, disclosures } from './disclosures.table.ts'

/** A showing, with the name of the partner who saw it. */
export type ListedDisclosure = Awaited<
  ReturnType<ReturnType<typeof createDisclosuresRepository>['listOfHelper']>
>[number]

export function createDisclosuresRepository(db: Queryable) {
  return {
    async record(rows: DisclosureRow[]): Promise<void> {
      if (rows.length > 0) await db.insert(disclosures).values(rows)
    },

    /** Showings of a helper's record to other partners, in the order in which they happened. */
    async listOfHelper(
      partnerId: PartnerId,
      helperId: HelperId,
      { limit, after }: { limit: number; after?: Id<'disclosure'> | undefined },
    ) {
      return db
        .select({
          id: disclosures.id,
          shown: disclosures.shown,
          toPartnerId: disclosures.partnerId,
          toPartnerName: partners.name,
          needId: disclosures.needId,
          introductionId: disclosures.introductionId,
          disclosedAt: disclosures.disclosedAt,
        })
        .from(disclosures)
        .innerJoin(partners, eq(partners.id, disclosures.partnerId))
        .where(
          and(
            eq(disclosures.subjectPartnerId, partnerId),
            eq(disclosures.subjectId, helperId),
            ne(disclosures.partnerId, partnerId),
            after && gt(disclosures.id, after),
          ),
        )
        .orderBy(asc(disclosures.id))
        .limit(limit)
    },
  }
}

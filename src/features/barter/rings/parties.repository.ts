import { and, asc, eq, sql } from 'drizzle-orm'
import { perPartner, type Queryable } from '../../../platform/db/index.ts'
import {
  type HelperId,
  idToUuid,
  type NeedId,
  type OfferId,
  type OrganizationId,
  type PartnerId,
} from '../../../shared/ids.ts'
import {
  createHelpersRepository,
  createNeedsRepository,
  createOffersRepository,
  createOrganizationsRepository,
  type HelperRow,
  helpers,
  type NeedRow,
  type OfferRow,
  type OrganizationRow,
  organizations,
} from '../../postings/index.ts'

/** Reads rows that must exist: those of a ring that is being closed are locked, together with their parties. */
export function createPartiesRepository(db: Queryable) {
  return {
    need: async (partnerId: PartnerId, id: NeedId): Promise<NeedRow> =>
      existing(await createNeedsRepository(db).find(partnerId, id)),
    offer: async (partnerId: PartnerId, id: OfferId): Promise<OfferRow> =>
      existing(await createOffersRepository(db).find(partnerId, id)),
    helper: async (partnerId: PartnerId, id: HelperId): Promise<HelperRow> =>
      existing(await createHelpersRepository(db).find(partnerId, id)),
    organization: async (partnerId: PartnerId, id: OrganizationId): Promise<OrganizationRow> =>
      existing(await createOrganizationsRepository(db).find(partnerId, id, 'no key update')),

    /** Keeps these parties from being merged or deleted until the transaction ends. Returns false if one is gone. */
    async keep(
      parties: readonly {
        partnerId: PartnerId
        organizationId: OrganizationId | null
        helperId: HelperId | null
      }[],
    ): Promise<boolean> {
      let kept = 0
      for (const { table, keys } of [
        { table: helpers, keys: parties.map(({ partnerId, helperId }) => ({ partnerId, id: helperId })) },
        {
          table: organizations,
          keys: parties.map(({ partnerId, organizationId }) => ({ partnerId, id: organizationId })),
        },
      ]) {
        const named = keys.flatMap(({ partnerId, id }) => (id ? [{ partnerId, id }] : []))
        const isNamed = sql`(${table.partnerId}, ${table.id}) in (select * from unnest(
          ${sql.param(named.map(({ partnerId }) => idToUuid(partnerId)))}::uuid[],
          ${sql.param(named.map(({ id }) => idToUuid(id)))}::uuid[]))`
        const rows = await perPartner(db, { partner: table.partnerId, where: isNamed }, (where) =>
          db
            .select({ id: table.id })
            .from(table)
            .where(where)
            .orderBy(asc(table.partnerId), asc(table.id))
            .for('key share'),
        )
        kept += rows.length
      }
      return kept === parties.length
    },

    async organizationOfHelper(
      partnerId: PartnerId,
      helperId: HelperId,
    ): Promise<OrganizationId | undefined> {
      const [row] = await db
        .select({ id: organizations.id })
        .from(organizations)
        .where(and(eq(organizations.partnerId, partnerId), eq(organizations.helperId, helperId)))
      return row?.id
    },
  }
}

function existing<T>(row: T | undefined): T {
  if (row === undefined) throw new Error('a row that a ring is made of is gone')
  return row
}

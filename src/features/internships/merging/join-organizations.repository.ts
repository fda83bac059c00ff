import { asc, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import { perPartner, type Queryable } from '../../../platform/db/index.ts'
import { idToUuid, type OrganizationId } from '../../../shared/ids.ts'
import { type CandidateRow, candidates } from '../candidates/candidates.table.ts'
import { type CohortRow, cohorts, preferences } from '../cohorts/cohorts.table.ts'
import { moveChoices } from '../cohorts/move-choices.repository.ts'
import type { PlacementKey } from '../placements/notify-changed.ts'
import { placementResults } from '../placements/placements.table.ts'

/** An organization that ends, and the one that replaces it. */
export interface JoinedOrganizations {
  from: OrganizationId
  into: OrganizationId
}

type NamingCohort = Pick<CohortRow, 'partnerId' | 'id' | 'programId'> & {
  isLimiting: boolean
  isRanking: boolean
}

/** SQL that joins one organization into another in the data of all offices, since any office may name it. */
export function createJoinOrganizationsRepository(db: Queryable, { from, into }: JoinedOrganizations) {
  const blocked = sql`${candidates.profile} -> 'blocked_organization_ids'`
  const isBlocking = sql`${blocked} ? ${from}`
  const named = (id: OrganizationId) => sql`${JSON.stringify([{ organization_id: id }])}::jsonb`
  const isLimiting = sql`${cohorts.organizations} @> ${named(from)}`
  const isOf = (id: OrganizationId) => eq(preferences.id, id)
  /** Returns the condition for cohorts in which the organization has made choices. Citus can't lock rows by a subquery. */
  const isRanking = async (): Promise<SQL> => {
    const ranked = await db.selectDistinct({ id: preferences.cohortId }).from(preferences).where(isOf(from))
    return sql`${cohorts.id} = any(${sql.param(ranked.map(({ id }) => idToUuid(id)))}::uuid[])`
  }

  return {
    /** Locks candidates, cohorts and results of placements that name the organization, each in a fixed order. */
    async lock(): Promise<void> {
      await perPartner(db, { partner: candidates.partnerId, where: isBlocking }, (where) =>
        db
          .select({ id: candidates.id })
          .from(candidates)
          .where(where)
          .orderBy(candidates.partnerId, candidates.id)
          .for('no key update'),
      )
      const isNaming = or(isLimiting, await isRanking())
      await perPartner(db, { partner: cohorts.partnerId, where: isNaming }, (where) =>
        db
          .select({ id: cohorts.id })
          .from(cohorts)
          .where(where)
          .orderBy(asc(cohorts.id))
          .for('no key update'),
      )
      const isOfFrom = eq(placementResults.organizationId, from)
      await perPartner(db, { partner: placementResults.partnerId, where: isOfFrom }, (where) =>
        db
          .select({ id: placementResults.placementId })
          .from(placementResults)
          .where(where)
          .orderBy(placementResults.placementId, placementResults.candidateId)
          .for('update'),
      )
    },

    /** Replaces the organization in the blocks of candidates. */
    moveBlocks: (now: Date): Promise<Pick<CandidateRow, 'partnerId' | 'id' | 'status' | 'programId'>[]> =>
      db
        .update(candidates)
        .set({
          profile: sql`jsonb_set(${candidates.profile}, '{blocked_organization_ids}', ${replacedOnce(blocked)})`,
          version: sql`${candidates.version} + 1`,
          updatedAt: now,
        })
        .where(isBlocking)
        .returning({
          partnerId: candidates.partnerId,
          id: candidates.id,
          status: candidates.status,
          programId: candidates.programId,
        }),

    /** Moves the organization's rankings of candidates. See `moveChoices`. */
    moveRankings: () => moveChoices(db, { from, into }, isOf),

    /** Replaces the organization in cohorts. If a cohort limits both, the kept one's limit applies. */
    async moveCohorts(cohortIds: readonly CohortRow['id'][], now: Date): Promise<void> {
      const kept = sql`${cohorts.organizations} @> ${named(into)}`
      const isEnded = sql`limited ->> 'organization_id' = ${from}`
      await db
        .update(cohorts)
        .set({
          organizations: sql`(
            select coalesce(jsonb_agg(
              case when ${isEnded} then jsonb_set(limited, '{organization_id}', to_jsonb(${into}::text)) else limited end
              order by place) filter (where not (${kept} and ${isEnded})), '[]')
            from jsonb_array_elements(${cohorts.organizations}) with ordinality as limits (limited, place))`,
          version: sql`${cohorts.version} + 1`,
          updatedAt: now,
        })
        .where(inArray(cohorts.id, [...cohortIds]))
    },

    /** Lists cohorts that name the organization in their limits or in its own choices. */
    async cohorts(): Promise<NamingCohort[]> {
      const isRanked = await isRanking()
      return db
        .select({
          partnerId: cohorts.partnerId,
          id: cohorts.id,
          programId: cohorts.programId,
          isLimiting: sql<boolean>`${isLimiting}`,
          isRanking: sql<boolean>`${isRanked}`,
        })
        .from(cohorts)
        .where(or(isLimiting, isRanked))
    },

    /** Replaces the organization in results. Returns the placement of each. */
    moveResults: (): Promise<PlacementKey[]> =>
      db
        .update(placementResults)
        .set({ organizationId: into })
        .where(eq(placementResults.organizationId, from))
        .returning({ partnerId: placementResults.partnerId, id: placementResults.placementId }),
  }

  /** Replaces the id in a JSON list and removes duplicates. */
  function replacedOnce(list: SQL): SQL {
    return sql`(
      select jsonb_agg(held order by place) from (
        select case when text = ${from} then ${into}::text else text end as held, min(place) as place
        from jsonb_array_elements_text(${list}) with ordinality as list (text, place) group by 1
      ) as once)`
  }
}

import { and, asc, eq, inArray, or, sql } from 'drizzle-orm'
import type { Queryable } from '../../../platform/db/index.ts'
import { idToUuid, type PartnerId, type ProgramId, uuidToId } from '../../../shared/ids.ts'
import { type EngagementId, engagements } from '../../engagements/index.ts'
import { candidates, type Moment, programs } from '../../internships/index.ts'
import { type EvaluationRow, evaluations } from './evaluations.table.ts'

/** How many days before the planned end the final evaluation is due. */
const FINAL_DAYS = 7

/** The place of a row in the list of a program. */
export type EvaluationPlace = Pick<EvaluationRow, 'engagementId' | 'moment' | 'side'>

export function createEvaluationsRepository(db: Queryable) {
  return {
    async insert(row: EvaluationRow): Promise<void> {
      await db.insert(evaluations).values(row)
    },

    ofEngagements: (ids: readonly EngagementId[]): Promise<EvaluationRow[]> =>
      db
        .select()
        .from(evaluations)
        .where(inArray(evaluations.engagementId, [...ids]))
        .orderBy(asc(evaluations.createdAt), asc(evaluations.side)),

    /** What was answered in internships of one program's candidates, as its office may see it, in the order of keys. */
    ofProgram(
      partnerId: PartnerId,
      programId: ProgramId,
      { limit, after }: { limit: number; after: EvaluationPlace | undefined },
    ) {
      const other = sql`exists (select from ${evaluations} as other where other.engagement_id = ${evaluations.engagementId}
        and other.moment = ${evaluations.moment} and other.side <> ${evaluations.side})`
      const isBehind =
        after &&
        sql`(${evaluations.engagementId}, ${evaluations.moment}, ${evaluations.side})
          > (${idToUuid(after.engagementId)}::uuid, ${after.moment}, ${after.side})`
      return db
        .select({ evaluation: evaluations, engagement: engagements, externalId: candidates.externalId })
        .from(candidates)
        .innerJoin(
          engagements,
          and(
            eq(engagements.offerPartnerId, candidates.partnerId),
            sql`${engagements.helperId} = ${candidates.id}`,
          ),
        )
        .innerJoin(evaluations, eq(evaluations.engagementId, engagements.id))
        .where(
          and(
            eq(candidates.partnerId, partnerId),
            eq(candidates.programId, programId),
            or(eq(evaluations.side, 'offer'), eq(engagements.needPartnerId, partnerId), other),
            isBehind,
          ),
        )
        .orderBy(asc(evaluations.engagementId), asc(evaluations.moment), asc(evaluations.side))
        .limit(limit)
    },

    /**
     * Notes that evaluations are due, at most `limit`, and returns which. The mid-term evaluation is due in the middle of the
     * planned dates, the final one a week before their end. Dates that the plan lacks are those of the start and the program.
     */
    async takeDue(
      now: Date,
      limit: number,
      sandbox?: PartnerId,
    ): Promise<{ engagementId: EngagementId; moment: Moment }[]> {
      const startsOn = sql`coalesce((${engagements.plan} ->> 'starts_on')::date, ${engagements.startedAt}::date)`
      const endsOn = sql`coalesce((${engagements.plan} ->> 'ends_on')::date, ${programs.endsOn})`
      const { rows } = await db.execute<{ engagement_id: string; moment: Moment }>(sql`
        insert into evaluation_reminders (engagement_id, moment, reminded_at)
        select ${engagements.id}, due.moment, ${now.toISOString()}::timestamptz
        from ${engagements}
        join ${candidates} on ${candidates.partnerId} = ${engagements.offerPartnerId} and ${candidates.id} = ${engagements.helperId}
        join ${programs} on ${programs.partnerId} = ${candidates.partnerId} and ${programs.id} = ${candidates.programId}
        cross join lateral (values
          ('mid_term', ${startsOn} + (${endsOn} - ${startsOn}) / 2), ('final', ${endsOn} - ${FINAL_DAYS}::int)
        ) as due (moment, due_on)
        where ${engagements.status} = 'active' and ${engagements.kind} = 'intern'
          and ${sandbox === undefined ? sql`true` : eq(engagements.offerPartnerId, sandbox)}
          and due.due_on <= ${now.toISOString().slice(0, 10)}::date
          and jsonb_array_length(${programs.evaluations} -> due.moment) > 0
          and not exists (select from evaluation_reminders as told
            where told.engagement_id = ${engagements.id} and told.moment = due.moment)
        order by ${engagements.id}, due.moment
        limit ${limit}
        on conflict do nothing
        returning engagement_id, moment`)
      return rows.map((row) => ({
        engagementId: uuidToId('engagement', row.engagement_id),
        moment: row.moment,
      }))
    },

    engagementsOf: (ids: readonly EngagementId[]) =>
      db
        .select()
        .from(engagements)
        .where(inArray(engagements.id, [...ids])),
  }
}

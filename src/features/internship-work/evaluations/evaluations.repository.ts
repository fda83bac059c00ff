import { and, asc, desc, eq, gt, inArray, lte, or, type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../../../platform/db/index.ts'
import {
  type CandidateId,
  idToUuid,
  type PartnerId,
  type ProgramId,
  sameNumber,
  uuidToId,
} from '../../../shared/ids.ts'
import { type EngagementId, engagements } from '../../engagements/index.ts'
import { candidates, type Moment, programs } from '../../internships/index.ts'
import { type EvaluationRow, evaluations } from './evaluations.table.ts'
import { joinedPrograms } from './joined-programs.repository.ts'

/** Days before the planned end at which the final evaluation is due. */
const FINAL_DAYS = 7

/** Position of a row in the list of a program. */
export type EvaluationPlace = Pick<EvaluationRow, 'engagementId' | 'moment' | 'side'>

export interface DueEvaluation {
  engagementId: EngagementId
  moment: Moment
}

/**
 * A range of active internships by id, from after `after` up to `upTo`; null for both means all. Of one sandbox or of all
 * partners.
 */
interface WalkedInternships {
  after: EngagementId | null
  upTo: EngagementId | null
  sandbox: PartnerId | undefined
}

export function createEvaluationsRepository(db: Queryable) {
  // On Citus, students are on other nodes than engagements, so they are read separately.
  async function externalIdsOf(partnerId: PartnerId, ids: readonly CandidateId[]) {
    const found = await db
      .select({ id: candidates.id, externalId: candidates.externalId })
      .from(candidates)
      .where(and(eq(candidates.partnerId, partnerId), inArray(candidates.id, [...new Set(ids)])))
    return new Map(found.map(({ id, externalId }) => [id, externalId]))
  }

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

    /** Lists the evaluations of a program that its office may see, in order of key. */
    async ofProgram(
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
      const rows = await db
        .select({ evaluation: evaluations, engagement: engagements })
        .from(evaluations)
        .innerJoin(engagements, eq(engagements.id, evaluations.engagementId))
        .where(
          and(
            eq(evaluations.offerPartnerId, partnerId),
            eq(evaluations.programId, programId),
            or(eq(evaluations.side, 'offer'), eq(engagements.needPartnerId, partnerId), other),
            isBehind,
          ),
        )
        .orderBy(asc(evaluations.engagementId), asc(evaluations.moment), asc(evaluations.side))
        .limit(limit)
      const studentOf = ({ engagement }: (typeof rows)[number]) =>
        sameNumber('candidate', engagement.helperId)
      const externalIds = await externalIdsOf(partnerId, rows.map(studentOf))
      return rows.map((row) => ({ ...row, externalId: externalIds.get(studentOf(row)) ?? null }))
    },

    /** Returns the id of the last of the next `limit` active internships after `after`; null if there are none. */
    async lastUnderWay(
      { after, sandbox }: Pick<WalkedInternships, 'after' | 'sandbox'>,
      limit: number,
    ): Promise<EngagementId | null> {
      const walked = db
        .select({ id: engagements.id })
        .from(engagements)
        .where(isUnderWay({ after, sandbox }))
        .orderBy(asc(engagements.id))
        .limit(limit)
        .as('walked')
      const [last] = await db.select().from(walked).orderBy(desc(walked.id)).limit(1)
      return last?.id ?? null
    },

    /**
     * Marks at most `limit` due evaluations as reminded and returns them. The mid-term evaluation is due in the middle of
     * the planned dates, the final one a week before their end. Missing dates are taken from the start and the program.
     */
    async takeDue(now: Date, limit: number, walked: WalkedInternships): Promise<DueEvaluation[]> {
      const startsOn = sql`coalesce((${engagements.plan} ->> 'starts_on')::date, ${engagements.startedAt}::date)`
      const endsOn = sql`coalesce((${engagements.plan} ->> 'ends_on')::date, ${programs.endsOn})`
      const { rows } = await db.execute<{ engagement_id: string; moment: Moment }>(sql`
        insert into evaluation_reminders (engagement_id, moment, reminded_at)
        select ${engagements.id}, due.moment, ${now.toISOString()}::timestamptz
        from ${engagements}
        ${await joinedPrograms(db, isUnderWay(walked))}
        cross join lateral (values
          ('mid_term', ${startsOn} + (${endsOn} - ${startsOn}) / 2), ('final', ${endsOn} - ${FINAL_DAYS}::int)
        ) as due (moment, due_on)
        where ${isUnderWay(walked)}
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

function isUnderWay({
  after,
  upTo,
  sandbox,
}: Omit<WalkedInternships, 'upTo'> & Partial<WalkedInternships>): SQL | undefined {
  return and(
    // As in the index of active internships.
    sql`${engagements.status} = 'active' and ${engagements.kind} = 'intern'`,
    sandbox && eq(engagements.offerPartnerId, sandbox),
    after ? gt(engagements.id, after) : undefined,
    upTo ? lte(engagements.id, upTo) : undefined,
  )
}

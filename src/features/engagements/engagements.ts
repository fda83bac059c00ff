import type { ListAsked } from '../../platform/db/index.ts'
import type { Context } from '../../platform/events/index.ts'
import type { Id } from '../../shared/ids.ts'
import type { IntroductionRow } from '../introductions/index.ts'
import { beginEngagement } from './begin-engagement.ts'
import { changeMetadata } from './change-metadata.ts'
import { changePlan } from './change-plan.ts'
import { complete, endEarly } from './end-engagement.ts'
import { createEngagementsRepository, type EngagementId, type HoursPage } from './engagements.repository.ts'
import type { EngagementRow, HoursRow } from './engagements.table.ts'
import { findEngagement } from './find-engagement.ts'
import { createAnswerHours, type HoursPorts, logHours } from './log-hours.ts'
import { readCalendar } from './read-calendar.ts'
import { addRetrospective, readRetrospectives } from './retrospectives.ts'

export type Engagements = ReturnType<typeof createEngagements>

/** The verbs of engagements. */
export function createEngagements(ports: HoursPorts) {
  return {
    begin: beginEngagement,
    countTakenPositions: ({ db }: Context, introduction: IntroductionRow): Promise<number> =>
      createEngagementsRepository(db).countTakenPositions(introduction),
    read: findEngagement,
    list: ({ actor, db }: Context, asked: ListAsked): Promise<EngagementRow[]> =>
      createEngagementsRepository(db).list(actor.partnerId, asked),
    /** Counts what filters find, up to `most`. */
    count: (
      { actor, db }: Context,
      { asked, most }: { asked: Pick<ListAsked, 'filters'>; most: number },
    ): Promise<number> => createEngagementsRepository(db).count(actor.partnerId, asked, most),
    readCalendar,
    changePlan,
    changeMetadata,
    complete,
    endEarly,
    logHours,
    answerHours: createAnswerHours(ports),
    async listHours(
      ctx: Context,
      { id, limit, after }: { id: EngagementId; limit: number; after: Id<'hours'> | undefined },
    ): Promise<HoursRow[]> {
      await findEngagement(ctx, { id })
      return createEngagementsRepository(ctx.db).listHours(id, { limit, after })
    },
    /** Lists hours of engagements that the caller has read. */
    listHoursOf: (
      { db }: Context,
      { engagements, ...page }: HoursPage & { engagements: readonly EngagementRow[] },
    ): Promise<HoursRow[]> =>
      createEngagementsRepository(db).listHoursOf(
        engagements.map(({ id }) => id),
        page,
      ),
    addRetrospective,
    readRetrospectives,
  }
}

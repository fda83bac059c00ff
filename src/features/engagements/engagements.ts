import type { Counted, ListAsked } from '../../platform/db/index.ts'
import type { Context } from '../../platform/events/index.ts'
import { notFound } from '../../shared/errors.ts'
import type { IntroductionRow } from '../introductions/index.ts'
import { createAnswerHours, createConfirmAllHours, type HoursPorts } from './answer-hours.ts'
import { beginEngagement } from './begin-engagement.ts'
import { changeMetadata } from './change-metadata.ts'
import { changePlan } from './change-plan.ts'
import { correctHours } from './correct-hours.ts'
import { complete, createEndEarly } from './end-engagement.ts'
import { createEngagementsRepository, type EngagementId } from './engagements.repository.ts'
import type { EngagementRow, HoursRow } from './engagements.table.ts'
import { findEngagement } from './find-engagement.ts'
import { createHoursRepository, type HoursId } from './hours.repository.ts'
import { logSessions, sessionsToLog } from './hours-from-sessions.ts'
import { changeHours, logHours, withdrawHours } from './log-hours.ts'
import { pagesOfHours } from './pages-of-hours.ts'
import type { HoursFilter, HoursPlace } from './partners-hours.repository.ts'
import { readCalendar } from './read-calendar.ts'
import { addRetrospective, readRetrospectives } from './retrospectives.ts'
import type { ReturnPorts } from './return-position.ts'

export type Engagements = ReturnType<typeof createEngagements>

/** Creates the operations on engagements. */
export function createEngagements(ports: HoursPorts & ReturnPorts) {
  return {
    begin: beginEngagement,
    countTakenPositions: ({ db }: Context, introduction: IntroductionRow): Promise<number> =>
      createEngagementsRepository(db).countTakenPositions(introduction),
    read: findEngagement,
    list: ({ actor, db }: Context, asked: ListAsked): Promise<EngagementRow[]> =>
      createEngagementsRepository(db).list(actor.partnerId, asked),
    /** Counts the engagements that match the filters, up to `most`. */
    count: (
      { actor, db }: Context,
      { asked, most }: { asked: Pick<ListAsked, 'filters'>; most: number },
    ): Promise<Counted> => createEngagementsRepository(db).count(actor.partnerId, asked, most),
    /** Counts hours that wait for the caller's answer, up to `most`. */
    countHoursToAnswer: ({ actor, db }: Context, { most }: { most: number }): Promise<number> =>
      createHoursRepository(db).countToAnswer(actor.partnerId, most),
    /** Lists some engagements with hours that wait for the caller's answer. */
    withHoursToAnswer: ({ actor, db }: Context, given: { limit: number; most: number }) =>
      createHoursRepository(db).engagementsToAnswer(actor.partnerId, given),
    readCalendar,
    changePlan,
    changeMetadata,
    complete,
    endEarly: createEndEarly(ports),
    logHours,
    sessionsToLog,
    logSessions,
    changeHours,
    withdrawHours,
    correctHours,
    answerHours: createAnswerHours(ports),
    confirmAllHours: createConfirmAllHours(ports),
    async readHours(
      ctx: Context,
      { id, hoursId }: { id: EngagementId; hoursId: HoursId },
    ): Promise<HoursRow> {
      await findEngagement(ctx, { id })
      const row = await createHoursRepository(ctx.db).find(id, hoursId)
      if (!row) throw notFound('hours')
      return row
    },
    async listHours(
      ctx: Context,
      { id, limit, after }: { id: EngagementId; limit: number; after: HoursId | undefined },
    ): Promise<HoursRow[]> {
      await findEngagement(ctx, { id })
      return createHoursRepository(ctx.db).list(id, { limit, after })
    },
    /** Lists hours of all engagements of the caller, each with its engagement. */
    listAllHours: (
      { actor, db }: Context,
      filter: HoursFilter,
      page: { limit: number; after: HoursPlace | undefined },
    ) => createHoursRepository(db).listOfPartner(actor.partnerId, filter, page),
    pagesOfHours,
    /** Sums the minutes that match a filter, by status. */
    sumHours: ({ actor, db }: Context, filter: HoursFilter) =>
      createHoursRepository(db).totals(actor.partnerId, filter),
    addRetrospective,
    readRetrospectives,
  }
}

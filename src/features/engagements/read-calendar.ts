import type { Context } from '../../platform/events/index.ts'
import { utcDay } from '../../shared/time.ts'
import { sidesOf } from '../introductions/index.ts'
import { calendarOf } from './calendar.ts'
import { checkInsOf } from './check-ins.ts'
import { createEngagementsRepository, type EngagementId } from './engagements.repository.ts'
import type { EngagementRow } from './engagements.table.ts'
import { findEngagement } from './find-engagement.ts'
import { logNameDisclosure } from './log-name-disclosure.ts'

const DAYS_OF_A_YEAR = 366

/**
 * Returns the check-ins of an engagement as iCalendar text, and logs that it names the helper. A plan without an end is
 * listed for one year.
 */
export async function readCalendar(ctx: Context, { id }: { id: EngagementId }): Promise<string> {
  const engagement = await findEngagement(ctx, { id })
  await logNameDisclosure(ctx, engagement)
  const { organization, helper } = await createEngagementsRepository(ctx.db).namesOf(engagement)
  const { title, updatedAt } = engagement
  const otherParty = sidesOf(engagement, ctx.actor.partnerId).includes('need') ? helper : organization
  return calendarOf({ id, title, with: otherParty, checkIns: plannedCheckIns(engagement), updatedAt })
}

function plannedCheckIns({ plan, startedAt }: EngagementRow) {
  if (!plan.check_ins) return []
  const startsOn = plan.starts_on ?? utcDay(startedAt)
  return checkInsOf(
    {
      startsOn,
      endsOn: plan.ends_on ?? Temporal.PlainDate.from(startsOn).add({ years: 1 }).toString(),
      everyDays: plan.check_ins.every_days,
      timeZone: plan.check_ins.time_zone,
      startTime: plan.check_ins.start,
      minutes: plan.check_ins.minutes,
    },
    DAYS_OF_A_YEAR,
  )
}

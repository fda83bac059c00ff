import type { Context } from '../../platform/events/index.ts'
import { sidesOf } from '../introductions/index.ts'
import { calendarOf } from './calendar.ts'
import { createEngagementsRepository, type EngagementId } from './engagements.repository.ts'
import { findEngagement } from './find-engagement.ts'
import { logNameDisclosure } from './log-name-disclosure.ts'
import { placedCheckIns } from './planned-check-ins.ts'
import { placedSessions } from './planned-sessions.ts'

/** Returns the check-ins and sessions of an engagement as iCalendar text, and logs the disclosure of the helper's name. */
export async function readCalendar(ctx: Context, { id }: { id: EngagementId }): Promise<string> {
  const engagement = await findEngagement(ctx, { id })
  await logNameDisclosure(ctx, engagement)
  const { organization, helper } = await createEngagementsRepository(ctx.db).namesOf(engagement)
  const isOfNeed = sidesOf(engagement, ctx.actor.partnerId).includes('need')
  const other = isOfNeed ? helper : organization
  const events = {
    ...engagement,
    summary: `Check-in with ${other}`,
    checkIns: placedCheckIns(engagement),
    sessionSummary: `Session with ${other}`,
    sessions: placedSessions(engagement),
  }
  return [...calendarOf([events])].join('')
}

import type { WriteContext } from '../../platform/events/index.ts'
import type { HelperId } from '../../shared/ids.ts'
import { message } from '../../shared/messages/index.ts'
import { createHelpersRepository, mergeBlocked } from '../postings/index.ts'
import { createHoursRepository } from './hours.repository.ts'
import { MINUTES_PER_HOUR, MOST_MINUTES_OF_DAY } from './hours.schemas.ts'

/** Days that one refusal lists. */
const MOST_DAYS = 20

/**
 * Throws `merge_blocked` if a helper, who has just got the work of another record, has more than 24 hours on a day: one
 * person worked only once, so the entries have to be settled first. Takes the last lock of a merge.
 */
export async function requireDaysToHold(ctx: WriteContext, helperId: HelperId): Promise<void> {
  const { partnerId } = ctx.actor
  const repository = createHoursRepository(ctx.db)
  await repository.lockDaysOf(helperId)
  const zones = await createHelpersRepository(ctx.db).zonesOf([{ partnerId, id: helperId }])
  const full = await repository.fullDays(partnerId, {
    helperId,
    timeZone: zones.get(helperId) ?? 'UTC',
    minutes: MOST_MINUTES_OF_DAY,
    limit: MOST_DAYS,
  })
  if (full.length === 0) return
  throw mergeBlocked(
    'Together the two records have more than 24 hours on a day. See errors for the days.',
    full.map(({ day, minutes }) => ({
      pointer: '/from_id',
      code: 'too_many_hours',
      messages: [
        message('fault_hours_on_day', { hours: Math.round((minutes / MINUTES_PER_HOUR) * 100) / 100, day }),
      ],
    })),
  )
}

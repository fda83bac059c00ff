import type { InTransaction, JobContext } from '../../../platform/events/index.ts'
import type { Clock } from '../../../shared/clock.ts'
import type { PartnerId } from '../../../shared/ids.ts'
import { utcDay } from '../../../shared/time.ts'
import { createCredentialRemindersRepository } from './credential-reminders.repository.ts'

/** Maximum number of reminders in one transaction. */
const BATCH_SIZE = 500

/**
 * Notifies partners 30 and 7 days before a helper's credential expires, once each, even after a downtime. Returns how many
 * reminders it sent. `sandbox` restricts it to one sandbox, whose clock may be ahead.
 */
export async function remindCredentials(
  inTransaction: InTransaction,
  clock: Clock,
  sandbox?: PartnerId,
): Promise<number> {
  let reminded = 0
  for (let count = BATCH_SIZE; count === BATCH_SIZE; reminded += count)
    count = await inTransaction((tx) => remindDue({ ...tx, clock }, sandbox))
  return reminded
}

async function remindDue({ db, clock, append }: JobContext, sandbox?: PartnerId): Promise<number> {
  const now = clock()
  const today = utcDay(now)
  const repository = createCredentialRemindersRepository(db, sandbox)
  await repository.removeBefore(today)
  const due = await repository.takeDue({ today, now, limit: BATCH_SIZE })
  for (const { partnerId, helperId, kind, days } of due)
    append({
      partnerId,
      type: 'helper.credential_expiring',
      resourceId: helperId,
      data: { credential: kind, days },
    })
  return due.length
}

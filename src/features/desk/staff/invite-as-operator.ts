import type { Context } from '../../../platform/events/index.ts'
import { createAuditRepository } from '../audit/audit.repository.ts'
import type { StaffRole } from './staff.table.ts'
import { invite } from './team.ts'

/** Adds a person to a partner's desk on behalf of the operator, and logs that. Throws `too_many_staff`. */
export async function inviteAsOperator(
  ctx: Context,
  input: { name: string; role: StaffRole },
): ReturnType<typeof invite> {
  const made = await invite(ctx, input)
  await createAuditRepository(ctx.db, ctx.actor.partnerId).insert({
    ...{ staffId: null, action: 'staff_invited', subject: made.row.id, occurredAt: ctx.clock() },
  })
  return made
}

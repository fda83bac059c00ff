import type { Context } from '../../../platform/events/index.ts'
import { createAuditRepository } from '../audit/audit.repository.ts'
import type { DeskAction } from '../audit/audit.table.ts'
import type { StaffId } from './staff.repository.ts'
import type { StaffRole } from './staff.table.ts'
import { changeStaff, invite, renewLink } from './team.ts'

/** Adds a person to a partner's desk for the operator, and logs it. Throws `too_many_staff`. */
export async function inviteAsOperator(
  ctx: Context,
  input: { name: string; role: StaffRole },
): ReturnType<typeof invite> {
  const made = await invite(ctx, input)
  await log(ctx, 'staff_invited', made.row.id)
  return made
}

/**
 * Creates another link for the operator, and logs it. Throws `staff_not_found`, and `staff_suspended` if this person may not
 * sign in.
 */
export async function renewLinkAsOperator(
  ctx: Context,
  input: { id: StaffId },
): ReturnType<typeof renewLink> {
  const made = await renewLink(ctx, input)
  await log(ctx, 'staff_link_renewed', input.id)
  return made
}

const actions = {
  active: 'staff_resumed',
  suspended: 'staff_suspended',
  removed: 'staff_removed',
} as const

/**
 * Suspends, reinstates or removes a person for the operator, and logs it. Throws `staff_not_found` and `last_administrator`.
 */
export async function changeStaffAsOperator(
  ctx: Context,
  { id, status }: { id: StaffId; status: keyof typeof actions },
): Promise<void> {
  await changeStaff(ctx, { id, status })
  await log(ctx, actions[status], id)
}

async function log({ db, actor, clock }: Context, action: DeskAction, subject: StaffId): Promise<void> {
  await createAuditRepository(db, actor.partnerId).insert({
    ...{ staffId: null, action, subject, occurredAt: clock() },
  })
}

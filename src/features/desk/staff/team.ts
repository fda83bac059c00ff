import type { Context } from '../../../platform/events/index.ts'
import { DomainError, notFound } from '../../../shared/errors.ts'
import { newId } from '../../../shared/ids.ts'
import { HOUR_MS } from '../../../shared/time.ts'
import { newPartnerKey } from '../../access/index.ts'
import { createStaffRepository, type StaffId } from './staff.repository.ts'
import type { StaffRole, StaffRow, StaffStatus } from './staff.table.ts'

export const LINK_HOURS = 24
export const MAX_STAFF = 500

/**
 * Adds a person to the desk. Returns the key of a link that signs them in once, within 24 hours. Throws `too_many_staff`.
 */
export async function invite(
  ctx: Context,
  { name, role }: { name: string; role: StaffRole },
): Promise<{ row: StaffRow; key: string }> {
  const { partnerId } = ctx.actor
  const now = ctx.clock()
  const repository = createStaffRepository(ctx.db, partnerId)
  if ((await repository.count()) >= MAX_STAFF)
    throw new DomainError('too_many_staff', `A desk can have at most ${MAX_STAFF} people. Remove some first.`)
  const row: StaffRow = {
    ...{ partnerId, id: newId('staff'), name, role, status: 'active' },
    ...{ createdAt: now, updatedAt: now, lastSeenAt: null },
  }
  await repository.insert(row)
  return { row, key: await linkFor(ctx, row.id) }
}

/** Creates another link, for somebody whose session ended or who uses another device. Throws `staff_not_found`. */
export async function renewLink(
  ctx: Context,
  { id }: { id: StaffId },
): Promise<{ row: StaffRow; key: string }> {
  const row = await findStaff(ctx, id)
  if (row.status !== 'active')
    throw new DomainError('staff_suspended', 'This person is suspended. Let them in again first.')
  return { row, key: await linkFor(ctx, id) }
}

async function linkFor({ db, actor, clock }: Context, staffId: StaffId): Promise<string> {
  const { text, hash: keyHash } = newPartnerKey(actor.partnerId)
  const expiresAt = new Date(clock().getTime() + LINK_HOURS * HOUR_MS)
  await createStaffRepository(db, actor.partnerId).insertLink({ keyHash, staffId, expiresAt })
  return text
}

/** Lists the people of the desk, oldest first. */
export function listStaff({ db, actor }: Context): Promise<StaffRow[]> {
  return createStaffRepository(db, actor.partnerId).list()
}

/**
 * Changes somebody's role, or suspends, reinstates or removes them. Somebody who is not active is signed out immediately.
 * Throws `staff_not_found`, and `last_administrator` if nobody could manage the desk afterwards.
 */
export async function changeStaff(
  ctx: Context,
  { id, ...change }: { id: StaffId; role?: StaffRole; status?: StaffStatus },
): Promise<void> {
  const repository = createStaffRepository(ctx.db, ctx.actor.partnerId)
  const admins = await repository.lockAdmins()
  const row = await findStaff(ctx, id)
  const { role = row.role, status = row.status } = change
  const staysAdmin = role === 'admin' && status === 'active'
  if (!staysAdmin && admins.includes(id) && admins.length === 1)
    throw new DomainError(
      'last_administrator',
      'This is the only administrator. Make somebody else an administrator first.',
    )
  await repository.update(id, { role, status, updatedAt: ctx.clock() })
  if (status !== 'active') await repository.shutOut(id)
}

async function findStaff({ db, actor }: Context, id: StaffId): Promise<StaffRow> {
  const row = await createStaffRepository(db, actor.partnerId).find(id)
  if (!row) throw notFound('staff')
  return row
}

import { randomBytes } from 'node:crypto'
import type { Context, WriteContext } from '../../../platform/events/index.ts'
import { DomainError } from '../../../shared/errors.ts'
import { newId } from '../../../shared/ids.ts'
import { HOUR_MS, MINUTE_MS } from '../../../shared/time.ts'
import { newPartnerKey, readPartnerKey } from '../../access/index.ts'
import { createAuditRepository } from '../audit/audit.repository.ts'
import { createStaffRepository, type FoundSession } from './staff.repository.ts'
import type { SessionRow } from './staff.table.ts'

/** A session ends when it was not used for this long. */
export const IDLE_HOURS = 12
const KEY_MINUTES = 60
/** Minutes for which the former key works, for requests sent before the answer with the new key arrived. */
const FORMER_KEY_MINUTES = 5
/** Accuracy of the last use, so that not every request writes. */
const TOUCH_MINUTES = 1

type Deps = Pick<Context, 'db' | 'clock'>

/**
 * Returns whom a link would sign in. Undefined if it is spent, expired or invalid. Does not spend it, because mail programs
 * check links.
 */
export async function readLink({ db, clock }: Deps, key: string) {
  const read = readPartnerKey(key)
  return read && createStaffRepository(db, read.partnerId).findLink(read.hash, clock())
}

/** Spends a link and starts a session. Returns the session's key. Throws `sign_in_link_spent`. */
export async function signIn(ctx: Omit<WriteContext, 'actor'>, key: string): Promise<string> {
  const read = readPartnerKey(key)
  const now = ctx.clock()
  if (!read) throw spentLink()
  const repository = createStaffRepository(ctx.db, read.partnerId)
  const found = await repository.findLink(read.hash, now)
  if (!found || !(await repository.removeLink(read.hash))) throw spentLink()
  const { text, hash: keyHash } = newPartnerKey(read.partnerId)
  await repository.insertSession({
    ...{ id: newId('sign_in'), staffId: found.staff.id, keyHash, formerKeyHash: null },
    ...{ formKey: randomBytes(24).toString('base64url'), keyChangedAt: now, lastUsedAt: now, done: null },
  })
  await repository.update(found.staff.id, { lastSeenAt: now })
  await createAuditRepository(ctx.db, read.partnerId).insert({
    ...{ staffId: found.staff.id, action: 'signed_in', subject: null, occurredAt: now },
  })
  return text
}

function spentLink(): DomainError {
  return new DomainError('sign_in_link_spent', 'This link was used already or is too old. Ask for a new one.')
}

/**
 * Finds the session of a key. `nextKey` is a new key that the browser must keep from now on; the former one works for five
 * more minutes.
 */
export async function findSession(
  { db, clock }: Deps,
  key: string,
): Promise<(FoundSession & { nextKey: string | null }) | undefined> {
  const read = readPartnerKey(key)
  if (!read) return undefined
  const nowMs = clock().getTime()
  const repository = createStaffRepository(db, read.partnerId)
  const found = await repository.findSession(read.hash, new Date(nowMs - IDLE_HOURS * HOUR_MS))
  if (!found) return undefined
  const keyAgeMs = nowMs - found.session.keyChangedAt.getTime()
  if (!found.session.keyHash.equals(read.hash))
    return keyAgeMs <= FORMER_KEY_MINUTES * MINUTE_MS ? { ...found, nextKey: null } : undefined
  if (keyAgeMs >= KEY_MINUTES * MINUTE_MS) return { ...found, nextKey: await nextKeyOf(found, { db, clock }) }
  if (nowMs - found.session.lastUsedAt.getTime() >= TOUCH_MINUTES * MINUTE_MS)
    await repository.touch(found.session.id, new Date(nowMs))
  return { ...found, nextKey: null }
}

async function nextKeyOf({ session }: FoundSession, { db, clock }: Deps): Promise<string | null> {
  const { text, hash: keyHash } = newPartnerKey(session.partnerId)
  const now = clock()
  const repository = createStaffRepository(db, session.partnerId)
  const isChanged = await repository.changeKey(session, { keyHash, keyChangedAt: now, lastUsedAt: now })
  return isChanged ? text : null
}

export async function signOut(
  { db }: Deps,
  { partnerId, id }: Pick<SessionRow, 'partnerId' | 'id'>,
): Promise<void> {
  await createStaffRepository(db, partnerId).removeSession(id)
}

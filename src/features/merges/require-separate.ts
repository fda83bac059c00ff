import type { WriteContext } from '../../platform/events/index.ts'
import type { Fault } from '../../shared/errors.ts'
import type { HelperId, OrganizationId } from '../../shared/ids.ts'
import { message } from '../../shared/messages/index.ts'
import { findSharedRings } from '../barter/index.ts'
import { findOpenOrAcceptedBetween, type PartyPair } from '../introductions/index.ts'
import { mergeBlocked } from '../postings/index.ts'

/** The records of a party: an organization, a helper, or both if they are linked. */
export interface Records {
  organizationId: OrganizationId | null
  helperId: HelperId | null
}

/**
 * Throws `merge_blocked` if the two have dealt with each other: one party can't be both sides of an introduction or a ring.
 */
export async function requireSeparate(ctx: WriteContext, from: Records, kept: Records): Promise<void> {
  const pairs = [...pairOf(from, kept), ...pairOf(kept, from)]
  const introductions = await findOpenOrAcceptedBetween(ctx, pairs)
  const rings = await findSharedRings(ctx, idsOf(from), idsOf(kept))
  const faults = [
    ...introductions.map(({ id, status }) => sameParty('introduction', { id, status })),
    ...rings.map(({ id, status }) => sameParty('ring', { id, status })),
  ]
  if (faults.length === 0) return
  throw mergeBlocked(
    'The two records deal with each other, so they can’t become one party. See errors for what to do.',
    faults,
  )
}

function sameParty(record: 'introduction' | 'ring', { id, status }: { id: string; status: string }): Fault {
  const said = message('fault_same_party', { record, id, isOpen: status === 'proposed' })
  return { pointer: '/from_id', code: 'same_party', messages: [said] }
}

/** Pairs the organization of one party with the helper of another. */
function pairOf({ organizationId }: Records, { helperId }: Records): PartyPair[] {
  return organizationId && helperId ? [{ organizationId, helperId }] : []
}

function idsOf({ organizationId, helperId }: Records) {
  return [organizationId, helperId].filter((id) => id !== null)
}

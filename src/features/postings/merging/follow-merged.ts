import type { Context } from '../../../platform/events/index.ts'
import { type HelperId, isId, type OrganizationId } from '../../../shared/ids.ts'
import { createMergedPartiesRepository } from './merged-parties.repository.ts'
import { createNamingLock } from './naming-lock.repository.ts'

type Party = HelperId | OrganizationId

/** Fields of bodies and patches that list parties of any partner. */
const NAMING_FIELDS = ['connections', 'blocked_helper_ids', 'blocked_organization_ids'] as const

/**
 * Replaces merged parties with the kept ones in lists of known and blocked parties, so that a block holds even if the caller
 * knows only the former id. Merges wait for the transaction, and find what it names. Must be called before rows are locked.
 */
export async function followMerged<B>({ db, actor }: Context, bodies: readonly B[]): Promise<readonly B[]> {
  const named = [...new Set(bodies.flatMap(partiesIn))]
  if (named.length === 0) return bodies
  await createNamingLock(db).lockToName('parties', actor.partnerId)
  const kept = await createMergedPartiesRepository(db).keptOf(named)
  return kept.size === 0 ? bodies : bodies.map((body) => withKept(body, kept))
}

/** Lists the parties that a body names. A patch has not been validated yet. */
function partiesIn(body: unknown): Party[] {
  return NAMING_FIELDS.flatMap((field) => listOf(body, field).filter(isParty))
}

function withKept<B>(body: B, kept: ReadonlyMap<string, Party>): B {
  const changed = NAMING_FIELDS.flatMap((field) => {
    const list = listOf(body, field)
    if (!list.some((id) => isParty(id) && kept.has(id))) return []
    const replaced = list.map((id) => (isParty(id) ? (kept.get(id) ?? id) : id))
    return [[field, [...new Set(replaced)]] as const]
  })
  return changed.length === 0 ? body : { ...body, ...Object.fromEntries(changed) }
}

function listOf(body: unknown, field: (typeof NAMING_FIELDS)[number]): unknown[] {
  if (typeof body !== 'object' || body === null || !(field in body)) return []
  const value: unknown = Reflect.get(body, field)
  return Array.isArray(value) ? value : []
}

function isParty(value: unknown): value is Party {
  return typeof value === 'string' && (isId('helper', value) || isId('org', value))
}

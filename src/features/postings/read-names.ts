import type { Context } from '../../platform/events/index.ts'
import type { Caller } from '../../platform/http/index.ts'
import { isId } from '../../shared/ids.ts'
import { createNamesRepository, type NamedRow } from './names.repository.ts'

export type Named = Omit<NamedRow, 'id'>

/** Returns the names of the caller's own postings by id, as far as its token may read them. */
export type ReadNames = (
  ctx: Context & { actor: Pick<Caller, 'partnerId' | 'scopes'> },
  ids: readonly (string | null)[],
) => Promise<ReadonlyMap<string, Named>>

const kinds = [
  { kind: 'organizations', prefix: 'org' },
  { kind: 'helpers', prefix: 'helper' },
  { kind: 'needs', prefix: 'need' },
  { kind: 'offers', prefix: 'offer' },
] as const

/** Tells whether the caller's token may read the name of this posting. */
export function mayReadName({ scopes }: Pick<Caller, 'scopes'>, id: string): boolean {
  return kinds.some(({ kind, prefix }) => isId(prefix, id) && scopes.has(`${kind}:read`))
}

/** Reads the names of organizations and helpers, and the titles of needs and offers. */
export const readNames: ReadNames = async ({ actor, db }, ids) => {
  const repository = createNamesRepository(db)
  const distinct = [...new Set(ids)]
  const names = new Map<string, Named>()
  // One after the other, since a transaction has one connection.
  for (const { kind, prefix } of kinds) {
    const own = distinct.filter((id) => id !== null && isId(prefix, id))
    if (own.length === 0 || !actor.scopes.has(`${kind}:read`)) continue
    for (const { id, ...named } of await repository[kind](actor.partnerId, own)) names.set(id, named)
  }
  return names
}

const MOST_KEPT = 10_000

/**
 * Returns a reader that remembers the last names it read, for one file whose rows share organizations and helpers. Its answers
 * contain further names. Do not keep it longer, because names change.
 */
export function keepNames(read: ReadNames): ReadNames {
  let known = new Map<string, Named>()
  let asked = new Set<string | null>()
  return async (ctx, ids) => {
    if (asked.size > MOST_KEPT) {
      known = new Map()
      asked = new Set()
    }
    const [names, before] = [known, asked]
    const unread = [...new Set(ids)].filter((id) => !before.has(id))
    if (unread.length > 0) for (const [id, named] of await read(ctx, unread)) names.set(id, named)
    for (const id of unread) before.add(id)
    return names
  }
}

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
  for (const { kind, prefix } of kinds) {
    const own = distinct.filter((id) => id !== null && isId(prefix, id))
    if (own.length === 0 || !actor.scopes.has(`${kind}:read`)) continue
    for (const { id, ...named } of await repository[kind](actor.partnerId, own)) names.set(id, named)
  }
  return names
}

import { z } from 'zod'
import type { List, ListAsked, ListedRow } from '../../../platform/db/index.ts'
import { declaredQueries, listPage, type RequestContext, readAsked } from '../../../platform/http/index.ts'
import { prefixes } from '../../../shared/ids.ts'
import { idOf, offerKind, text } from '../../../shared/wire.ts'
import type { Introductions } from '../../introductions/index.ts'
import { type Matches, matchQuery } from '../../matches/index.ts'
import type { Postings, ReadNames } from '../../postings/index.ts'

const SHOWN = '20'
const RANKED = '10'

export interface PostingVerbs {
  postings: Postings
  matches: Matches
  introductions: Pick<Introductions, 'propose'>
  lists: { readNames: ReadNames }
}

/** Filters of a list of needs or offers. Blank fields are ignored. */
export const searchQuery = {
  q: text(0, 200).optional(),
  kind: z.enum(['', ...offerKind.options]).optional(),
  cursor: z.string().max(1000).optional(),
}

/** The party whose needs or offers a list shows. */
export const partyQuery = { organization_id: idOf('org').optional(), helper_id: idOf('helper').optional() }

export interface Search {
  q?: string | undefined
  kind?: string | undefined
  status?: string | undefined
  /** Only needs of this organization, or offers of this helper. */
  organization_id?: string | undefined
  helper_id?: string | undefined
  cursor?: string | undefined
}

interface Listed<R extends ListedRow> {
  list: List<R>
  name: 'need' | 'offer' | 'organization' | 'helper' | 'program'
  verbs: { list(ctx: RequestContext, asked: ListAsked): Promise<R[]> }
}

/** Creates a reader of a page of a list, with the parameters of the API, latest first. */
export function createSearch<R extends ListedRow>({ list, name, verbs }: Listed<R>) {
  const { page } = declaredQueries(list)
  return async function search(ctx: RequestContext, { q = '', kind, cursor, ...filters }: Search) {
    const asked = readAsked(
      list,
      prefixes[name],
      page.parse({
        ...{ sort: '-created_at', limit: SHOWN },
        ...(q.trim() && { q }),
        ...(kind && { kinds: kind }),
        ...Object.fromEntries(Object.entries(filters).filter(([, value]) => value)),
        ...(cursor && { cursor }),
      }),
    )
    const rows = await verbs.list(ctx, { ...asked, limit: asked.limit + 1 })
    return listPage(list, asked, { rows, show: (row) => row })
  }
}

/** Returns the URL of the next page of a search, or null. */
export function nextUrlOf(
  base: string,
  { cursor: _, ...search }: Search,
  next: string | null,
): string | null {
  if (next === null) return null
  const given = Object.entries({ ...search, cursor: next }).filter(([, value]) => value)
  return `${base}?${new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)]))}`
}

/** Position in a ranking. */
export const rankingQuery = { cursor: z.string().max(1000).optional() }
export interface RankingAsked {
  cursor?: string | undefined
}

/** Returns the parameters of the API for a ranking. */
export function rankingAsked({ cursor }: RankingAsked) {
  return matchQuery.parse({ limit: RANKED, ...(cursor && { cursor }) })
}

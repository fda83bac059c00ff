import type { Context } from '../../../platform/events/index.ts'
import { type CsvFile, pagesOf } from '../../../platform/http/index.ts'
import type { CandidateId, Id } from '../../../shared/ids.ts'
import { createDisclosuresRepository, type ListedDisclosure } from '../../disclosures/index.ts'
import { disclosure } from './candidates.schemas.ts'
import { helperIdsOf, showDisclosure } from './export-candidate.ts'
import { knownIds } from './known-person.ts'

export interface DisclosurePage {
  id: CandidateId
  limit: number
  after?: Id<'disclosure'> | undefined
}
export type ReadDisclosures = (ctx: Context, page: DisclosurePage) => Promise<ListedDisclosure[]>

/** Lists what other partners saw of a candidate, including records merged into it. */
export const readDisclosures: ReadDisclosures = async ({ actor, db }, { id, ...page }) => {
  const helperIds = helperIdsOf({ ids: await knownIds(db, actor.partnerId, id) })
  return createDisclosuresRepository(db).listOfHelper(actor.partnerId, helperIds, page)
}

/** Returns the same list as CSV. */
export function disclosureFile(read: ReadDisclosures, ctx: Context, { id }: { id: CandidateId }): CsvFile {
  const columns = disclosure.keyof().options
  async function* pages() {
    const page = (limit: number, last: ListedDisclosure | undefined) =>
      read(ctx, { id, limit, after: last?.id })
    for await (const rows of pagesOf(page))
      yield rows.map(showDisclosure).map((shown) => columns.map((column) => shown[column]))
  }
  return { name: 'disclosures', columns, pages: pages() }
}

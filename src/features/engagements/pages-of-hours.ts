import type { Context } from '../../platform/events/index.ts'
import { pagesOf } from '../../platform/http/index.ts'
import type { Side } from '../introductions/index.ts'
import {
  compareEntries,
  createPartnersHoursRepository,
  type EntryOfPartner,
  type HoursFilter,
  sidesAsked,
} from './partners-hours.repository.ts'

type Pages = AsyncGenerator<readonly EntryOfPartner[]>

/**
 * Reads all hours of the caller that match a filter, in the order of lists. Each side is read once from its start to its end: a
 * page of both sides would search again for a side that has no more.
 */
export async function* pagesOfHours({ actor: { partnerId }, db }: Context, filter: HoursFilter): Pages {
  const repository = createPartnersHoursRepository(db)
  const of = (side: Side): Source => ({
    rows: [],
    pages: pagesOf((limit, last) =>
      repository.listOfSide(partnerId, filter, { side, limit, after: last?.entry }),
    ),
  })
  const sources = sidesAsked(filter).map(of)
  try {
    for (;;) {
      await Promise.all(sources.map(fill))
      const ahead = sources.filter(({ rows }) => rows.length > 0)
      if (ahead.length === 0) return
      yield takeSettled(ahead)
    }
  } finally {
    for (const { pages } of sources) await pages.return(undefined)
  }
}

interface Source {
  /** Rows that were read and not yet returned. */
  rows: readonly EntryOfPartner[]
  pages: Pages
}

async function fill(source: Source): Promise<void> {
  while (source.rows.length === 0) {
    const page = await source.pages.next()
    if (page.done) return
    source.rows = page.value
  }
}

/** Takes the rows that precede all rows which no source has read yet. */
function takeSettled(sources: readonly Source[]): EntryOfPartner[] {
  const [last] = sources.flatMap(({ rows }) => rows.at(-1) ?? []).sort(compareEntries)
  return sources.flatMap((source) => takeUpTo(source, last)).sort(compareEntries)
}

function takeUpTo(source: Source, last: EntryOfPartner | undefined): readonly EntryOfPartner[] {
  const { rows } = source
  const end = last ? rows.findIndex((row) => compareEntries(row, last) > 0) : -1
  if (end >= 0) source.rows = rows.slice(end)
  else source.rows = []
  return end < 0 ? rows : rows.slice(0, end)
}

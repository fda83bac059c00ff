import t from 'tap'
import type { Partner, TestService } from './service.ts'

type Row = Record<string, unknown>

/** All rows of a list, read page by page, each page of one row. */
export async function paged(by: Partner, address: string, query: string): Promise<Row[]> {
  const rows: Row[] = []
  for (let cursor = ''; ; ) {
    const { status, body } = await by.call('GET', `${address}?limit=1&${query}${cursor}`)
    t.equal(status, 200, query)
    rows.push(...body.data)
    if (!body.has_more) return rows
    cursor = `&cursor=${encodeURIComponent(body.next_cursor)}`
  }
}

interface CheckedList {
  /** The property that tells rows apart. */
  key: string
  all: readonly unknown[]
  /** What each query finds, in order. */
  finds: Record<string, readonly unknown[]>
  /** Whether the list has no CSV. */
  isJsonOnly?: boolean
}

/** Reads a list by each query, page by page, counted and as CSV, and as another partner. */
export async function checkList(
  service: TestService,
  by: Partner,
  address: string,
  { key, all, finds, isJsonOnly = false }: CheckedList,
): Promise<void> {
  const stranger = await service.newPartner({ kind: 'internship_office' })
  for (const [query, ids] of Object.entries({ '': all, ...finds })) {
    const rows = await paged(by, address, query)
    t.same(
      rows.map((row) => row[key]),
      ids,
      `${address}?${query}`,
    )
    const { body } = await by.call('GET', `${address}?include=total&${query}`)
    t.same(body.total, { value: ids.length, is_exact: true })
    t.same((await stranger.call('GET', `${address}?${query}`)).body.data, [], 'nobody else finds them')
    if (isJsonOnly) continue
    const filters = query.replace(/&?sort=[^&]*/, '')
    const csv = await by.call('GET', `${address}.csv?${filters}`)
    t.equal(String(csv.body).trim().split('\n').length, ids.length + 1, 'the CSV is narrowed too')
  }
}

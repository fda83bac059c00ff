import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify/sync'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { forEachSliced } from '../../shared/sliced-work.ts'
import { markCell } from '../../shared/spreadsheet-cells.ts'

/**
 * Text is protected from being read as a formula. Numbers are written with the decimal sign that suits the
 * separator.
 */
export type CsvCell = string | number | null

export interface CsvFile {
  /** Name of the file without extension. */
  name: string
  columns: readonly string[]
  pages: AsyncIterable<readonly (readonly CsvCell[])[]>
}

/** Query parameters of every CSV response. */
export const csvQuery = {
  separator: z
    .enum([',', ';'])
    .default(',')
    .describe(
      'Separator of the CSV cells. Use `;` for a German, French or Spanish Excel: decimals then have a comma',
    ),
  bom: z
    .enum(['true', 'false'])
    .default('false')
    .describe('`true` starts the CSV with a byte order mark, by which Excel recognizes UTF-8'),
}
export type CsvFormat = { [K in keyof typeof csvQuery]: z.output<(typeof csvQuery)[K]> }

export const CSV = 'text/csv'
/** Text that ends every description of a CSV response. */
export const CSV_NOTES =
  'The first row names the columns; new columns may be added at the end. An apostrophe precedes text that a spreadsheet would run as a formula or change, such as `=1`, `007` or `3-4`; imports remove it.'

export const PAGE_ROWS = 500
/** Rows that are written before the clock is looked at (see `forEachSliced`). */
const ROWS_A_STEP = 20

/**
 * Reads a whole list page by page. The next page is read while one is written, so that two are in memory. `read` returns fewer
 * rows than requested at the end.
 */
export async function* pagesOf<R>(
  read: (limit: number, last: R | undefined) => Promise<readonly R[]>,
): AsyncGenerator<readonly R[]> {
  for (let next = read(PAGE_ROWS, undefined); ; ) {
    const rows = await next
    const isLast = rows.length < PAGE_ROWS
    if (!isLast) {
      next = read(PAGE_ROWS, rows.at(-1))
      // A failure is thrown when the page is asked for, which may never happen.
      next.catch(() => {})
    }
    yield rows
    if (isLast) return
  }
}

/**
 * Streams a list as CSV. Reads the first page before the response starts, so that a refusal can still be sent
 * as a problem. Stops reading if the client disconnects.
 */
export async function sendCsv(reply: FastifyReply, file: CsvFile, format: CsvFormat): Promise<FastifyReply> {
  const pages = file.pages[Symbol.asyncIterator]()
  const first = await pages.next()
  async function* text(): AsyncGenerator<string> {
    const bom = format.bom === 'true' ? '\u{feff}' : ''
    // The next page is prepared while one is written.
    let next: ReturnType<typeof pages.next> | undefined
    try {
      yield bom + (await csvText([file.columns], format))
      for (let page = first; !page.done; page = await next) {
        next = pages.next()
        // A failure is thrown when the page is asked for, which may never happen.
        next.catch(() => {})
        if (page.value.length > 0) yield await csvText(page.value, format)
      }
    } finally {
      await pages.return?.()
    }
  }
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${file.name}.csv"`)
    .send(Readable.from(text()))
}

async function csvText(
  rows: readonly (readonly CsvCell[])[],
  { separator }: Pick<CsvFormat, 'separator'>,
): Promise<string> {
  const starts = Array.from({ length: Math.ceil(rows.length / ROWS_A_STEP) }, (_, step) => step * ROWS_A_STEP)
  let text = ''
  await forEachSliced(starts, (start) => {
    const cells = rows
      .slice(start, start + ROWS_A_STEP)
      .map((row) => row.map((cell) => cellText(cell, separator)))
    text += stringify(cells, { delimiter: separator, quoted_match: /\r/ })
  })
  return text
}

/** Returns the text of a cell as in the file. */
export function cellText(cell: CsvCell, separator: CsvFormat['separator']): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return markCell(cell)
  return separator === ';' ? String(cell).replace('.', ',') : String(cell)
}

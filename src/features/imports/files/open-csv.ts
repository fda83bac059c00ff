import { message } from '../../../shared/messages/index.ts'
import { rowMessage } from '../details.ts'
import type { CountColumns } from '../rows/double-header.ts'
import { findHeader, HEADER_LINES } from '../rows/header-search.ts'
import { type Line, linesOf } from '../rows/lines.ts'
import { recordsOf } from '../rows/records.ts'
import { UnreadableFile } from '../source-row.ts'
import type { Encoding } from './file-facts.ts'
import type { Table } from './table.ts'

/** Reads the head of a CSV file in UTF-8. `encoding` is the original encoding. Throws UnreadableFile. */
export async function openCsv(
  source: AsyncIterable<Uint8Array>,
  { countColumns, encoding }: { countColumns: CountColumns; encoding: Encoding | null },
): Promise<Table> {
  const lines = linesOf(source)
  const first = await firstLines(lines)
  const found = await findHeader(first, countColumns)
  if (!found) throw new UnreadableFile('file_empty', rowMessage('no_header_row'))
  const { record: header, separator, next } = found
  if (header.fault)
    throw new UnreadableFile(
      header.fault.code,
      message('import_header_unread', { line: header.line }),
      ...header.fault.details,
    )
  return {
    facts: { headerLine: header.line, separator, encoding, sheets: null, sheet: null },
    header,
    records: recordsOf(concat(first.slice(next), lines), separator),
    sheet: null,
  }
}

/** Returns the lines that may contain the header, and those that arrived with them. */
async function firstLines(lines: AsyncGenerator<Line[]>): Promise<Line[]> {
  const first: Line[] = []
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    first.push(
      ...next.value.map((line) => (line.number === 1 ? { ...line, text: withoutMark(line.text) } : line)),
    )
    if (first.length > HEADER_LINES) break
  }
  return first
}

/** Removes a second byte order mark, which some programs write. */
function withoutMark(text: string): string {
  return text.startsWith('\u{feff}') ? text.slice(1) : text
}

async function* concat(first: Line[], rest: AsyncGenerator<Line[]>): AsyncGenerator<Line[]> {
  yield first
  yield* rest
}

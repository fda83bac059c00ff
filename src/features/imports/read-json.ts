import type { ImportType } from './imports.table.ts'
import { readJsonId } from './rows/json-id.ts'
import { type JsonRecord, jsonRecordsOf } from './rows/json-records.ts'
import { isJsonResume, keyOf, readJsonResume } from './rows/json-resume.ts'
import { noOrigins } from './rows/source-document.ts'
import { createWordsReader } from './rows/words-in-json.ts'
import type { SourceRow } from './source-row.ts'
import type { ReadingContext } from './values/reading.ts'

/**
 * Reads JSON records: one per line, in an array, or spread over lines. A record is a body with its `external_id`, or a JSON
 * Resume for candidates. `context` is what is known about all values of the file. Throws UnreadableFile.
 */
export async function* readJson(
  source: AsyncIterable<Uint8Array>,
  type: ImportType,
  context: ReadingContext = {},
): AsyncGenerator<SourceRow[]> {
  const readWords = createWordsReader(type, context)
  for await (const records of jsonRecordsOf(textOf(source)))
    yield records.map((record) => toRow(record, { type, context, readWords }))
}

async function* textOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8')
  for await (const bytes of source) yield decoder.decode(bytes, { stream: true })
  yield decoder.decode()
}

function toRow(
  { line, text, value, fault, notice }: JsonRecord,
  {
    type,
    context,
    readWords,
  }: { type: ImportType; context: ReadingContext; readWords: ReturnType<typeof createWordsReader> },
): SourceRow {
  const row = { line, cells: [text], externalId: null, patch: {}, blank: [] }
  const ofRow = { column: null, value: null }
  const notices = notice ? [{ ...ofRow, ...notice }] : []
  if (!value)
    return { ...row, document: null, notices, faults: fault ? [{ ...ofRow, ...fault }] : [], isRead: false }
  const body: Record<string, unknown> = { ...value }
  const resume = type === 'candidates' && isJsonResume(body) ? readJsonResume(body, context) : null
  const words = resume ? null : readWords(body)
  const key = words?.idKey ?? keyOf(body)
  const id = readJsonId(body[key], { key, json: text })
  const { external_id: _, ...patch } = resume?.patch ?? words?.body ?? body
  return {
    ...row,
    externalId: id.externalId,
    patch,
    document: { value, origins: resume?.origins ?? words?.origins ?? noOrigins },
    notices: [...notices, ...(resume?.notices ?? words?.notices ?? []), ...id.notices],
    faults: words?.faults ?? [],
    isRead: true,
  }
}

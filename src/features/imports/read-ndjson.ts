import { refusalOfJson } from '../../shared/json-shape.ts'
import type { ImportType } from './imports.table.ts'
import { fromJsonResume, isJsonResume } from './rows/json-resume.ts'
import { type Line, linesOf } from './rows/lines.ts'
import type { SourceRow } from './source-row.ts'

/** Reads newline-delimited JSON: on each line a body with its `external_id`, or a JSON Resume for candidates. */
export async function* readNdjson(
  source: AsyncIterable<Uint8Array>,
  type: ImportType,
): AsyncGenerator<SourceRow[]> {
  for await (const lines of linesOf(source))
    yield lines.filter(({ text }) => text.trim() !== '').map((line) => toRow(line, type))
}

function toRow({ number, text, isTooLong }: Line, type: ImportType): SourceRow {
  const row = { line: number, cells: [text], externalId: null, patch: {}, blank: [], notices: [] }
  const refused = (code: string, message: string) => ({
    ...row,
    fault: { column: null, code, message, value: null },
  })
  if (isTooLong) return refused('row_too_long', 'The line is longer than 1 MiB.')
  const refusal = refusalOfJson(text)
  if (refusal) return refused(refusal.code, refusal.message)
  const value = parsed(number === 1 ? text.replace(/^\u{feff}/u, '') : text)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refused('not_json', 'The line is not a JSON object.')
  const body: Record<string, unknown> = { ...value }
  const { external_id, ...patch } = type === 'candidates' && isJsonResume(body) ? fromJsonResume(body) : body
  return { ...row, externalId: typeof external_id === 'string' ? external_id : '', patch, fault: null }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

import { message } from '../../../shared/messages/index.ts'
import { type Detail, LEFT_OUT } from '../details.ts'
import type { RowRemark } from '../imports.table.ts'
import { isBlank } from '../values/blank.ts'
import { isRead, type Reading } from '../values/reading.ts'

/** A text of a résumé, with its JSON pointer. */
export interface ResumeText {
  text: string
  pointer: string
}

/** Collects the fields of a candidate from a résumé, the origin of each, and notices. */
export class ResumeRow {
  readonly patch: Record<string, unknown> = {}
  readonly origins = new Map<string, string>()
  readonly notices: RowRemark[] = []

  /** Sets a field that came from one place of the résumé. */
  set(field: string, value: unknown, pointer: string): void {
    this.patch[field] = value
    this.origins.set(`/${field}`, pointer)
  }

  /** Sets a list whose items have their own origins. Skips an empty list, which would remove what is stored. */
  setList(field: string, items: readonly { value: unknown; pointer: string }[], pointer: string): void {
    if (items.length === 0) return
    this.set(
      field,
      items.map(({ value }) => value),
      pointer,
    )
    for (const [at, item] of items.entries()) this.origins.set(`/${field}/${at}`, item.pointer)
  }

  /** Returns the value of a text and adds a notice for each note. Leaves out an unreadable text, with a notice. */
  valueOf<T>({ text, pointer }: ResumeText, reading: Reading<T>): T | undefined {
    if (!isRead(reading)) {
      this.leaveOut({ text, pointer }, ...reading.unreadable)
      return undefined
    }
    for (const note of reading.notes) this.note({ text, pointer }, note)
    return reading.value
  }

  note({ text, pointer }: ResumeText, ...details: Detail[]): void {
    this.notices.push({ column: pointer, code: 'value_changed', details, value: text })
  }

  leaveOut({ text, pointer }: { text: string | null; pointer: string }, ...why: Detail[]): void {
    this.notices.push({ column: pointer, code: 'left_out', details: [...why, LEFT_OUT], value: text })
  }
}

export type JsonObject = Readonly<Record<string, unknown>>

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Returns the first of these fields that is not blank. */
export function textOf(
  object: JsonObject,
  names: readonly string[],
  { pointer, kind }: { pointer: string; kind?: 'name' | 'text' | 'country' },
): ResumeText | undefined {
  for (const name of names) {
    const value = object[name]
    const text = typeof value === 'number' ? String(value) : value
    if (typeof text === 'string' && !isBlank(text, kind)) return { text, pointer: `${pointer}/${name}` }
  }
  return undefined
}

/** Returns the entries of a section: a list, a single entry, or none. Reports entries that are neither objects nor texts. */
export function entriesOf(
  row: ResumeRow,
  value: unknown,
  { pointer, example }: { pointer: string; example: string },
): { entry: JsonObject | string; pointer: string }[] {
  if (value === undefined || value === null || value === '') return []
  const list = Array.isArray(value)
    ? value.map((entry: unknown, at) => ({ entry, pointer: `${pointer}/${at}` }))
    : [{ entry: value, pointer }]
  return list.flatMap(({ entry, pointer }): { entry: JsonObject | string; pointer: string }[] => {
    if (isJsonObject(entry)) return [{ entry, pointer }]
    if (typeof entry === 'string') return isBlank(entry) ? [] : [{ entry, pointer }]
    if (entry !== null)
      row.leaveOut(
        { text: JSON.stringify(entry).slice(0, 200), pointer },
        message('import_write_like', { example, isEntry: true }),
      )
    return []
  })
}

import type { Fault } from '../../shared/errors.ts'
import { limitOf, saysRequired } from '../../shared/faults.ts'
import {
  type ImportCellMessages,
  type ImportRowMessages,
  message,
  paragraphOf,
} from '../../shared/messages/index.ts'
import type { Detail, Failure, FileNotice, RowRemark, StoredNotice, StoredRemark } from './remarks.ts'

export type { Detail } from './remarks.ts'

export function cellMessage(what: ImportCellMessages['import_cell_said']['what']): Detail {
  return message('import_cell_said', { what })
}

export function rowMessage(what: ImportRowMessages['import_row_said']['what']): Detail {
  return message('import_row_said', { what })
}

/** Last sentence of a notice about a value that was not used. */
export const LEFT_OUT = cellMessage('left_out')

export function isLeftOutDetail(detail: Detail | undefined): boolean {
  return detail?.code === 'import_cell_said' && detail.values.what === 'left_out'
}

/** Joins the sentences of several reasons and drops repeated reasons. */
export function withoutRepetition(reasons: readonly (readonly Detail[])[]): Detail[] {
  const distinct = new Map(reasons.map((details) => [JSON.stringify(details), details]))
  return [...distinct.values()].flat()
}

/** Returns the sentences of a fault. Those of missing values and limits say what to do with a cell. */
export function detailsOfFault(fault: Fault): readonly Detail[] {
  if (fault.code === 'required' && saysRequired(fault))
    return [message('import_required', { detail: englishOf(fault.messages) })]
  const limit = limitDetail(fault)
  return limit ? [limit] : fault.messages
}

const UNITS = { number: 'number', string: 'characters', array: 'entries' } as const

/** Returns null for a fault that is not about a limit, or whose English text would be another. */
function limitDetail(fault: Fault): Detail | null {
  const limit = limitOf(fault)
  if (!limit || limit.relation === 'above' || limit.relation === 'below') return null
  const { relation, value, origin } = limit
  const said = message('import_limit', { relation, value, unit: UNITS[origin] })
  return englishOf([said]) === englishOf(fault.messages) ? said : null
}

export function englishOf(details: readonly Detail[]): string {
  return paragraphOf(details, 'en')
}

export function storedRemark({ details, ...remark }: RowRemark): StoredRemark {
  return { ...remark, ...stored(details) }
}

export function storedNotice({ code, details }: FileNotice): StoredNotice {
  return { code, ...stored(details) }
}

export function failureWith(code: string, details: readonly Detail[]): Failure {
  const { message: detail, details: kept } = stored(details)
  return { code, detail, details: kept }
}

function stored(details: readonly Detail[]): { message: string; details: readonly Detail[] } {
  return { message: storableText(englishOf(details)), details: details.map(storable) }
}

/** Replaces NUL and lone surrogates, which Postgres can't store. A detail may quote them from a cell. */
export function storableText(text: string): string {
  return text.replaceAll('\0', '\u{fffd}').toWellFormed()
}

/** JSON escapes of characters that Postgres can't store. */
const UNSTORABLE = /\\u(?:0000|d[89a-f][0-9a-f]{2})/

function storable(detail: Detail): Detail {
  const json = JSON.stringify(detail)
  if (!UNSTORABLE.test(json)) return detail
  // The reviver changes only texts, so the detail keeps its shape.
  return JSON.parse(json, (_, value) => (typeof value === 'string' ? storableText(value) : value)) as Detail
}

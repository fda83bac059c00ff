import type { Fault } from '../../shared/errors.ts'
import { limitOf } from '../../shared/faults.ts'
import {
  type ImportCellMessages,
  type ImportRowMessages,
  message,
  paragraphOf,
} from '../../shared/messages/index.ts'
import { REQUIRED } from '../../shared/plain-messages.ts'
import type { Detail, Failure, FileNotice, RowRemark, StoredNotice, StoredRemark } from './remarks.ts'

export type { Detail } from './remarks.ts'

/** A fault with the sentences that its detail was made of. Other faults are the API's own. */
export interface SaidFault extends Fault {
  details?: readonly Detail[]
}

export function saidOfCell(what: ImportCellMessages['import_cell_said']['what']): Detail {
  return message('import_cell_said', { what })
}

export function saidOfRow(what: ImportRowMessages['import_row_said']['what']): Detail {
  return message('import_row_said', { what })
}

/** What only the API says. */
export function inEnglish(text: string): Detail {
  return message('import_in_english', { text })
}

/** Ends a notice about a value that was not used. */
export const LEFT_OUT = saidOfCell('left_out')

export function saysLeftOut(detail: Detail | undefined): boolean {
  return detail?.code === 'import_cell_said' && detail.values.what === 'left_out'
}

/** The sentences of several reasons, each once. */
export function withoutRepetition(reasons: readonly (readonly Detail[])[]): Detail[] {
  const distinct = new Map(reasons.map((details) => [JSON.stringify(details), details]))
  return [...distinct.values()].flat()
}

/** The part of a fault that says what is wrong. */
export function saying(...details: Detail[]): { detail: string; details: Detail[] } {
  return { detail: englishOf(details), details }
}

// Beside the faults, since these are sent as they are.
const detailsOfSent = new WeakMap<Fault, readonly Detail[]>()

/** The fault of a request, of which it is known from which sentences it was made. */
export function withDetails(fault: Fault, details: readonly Detail[]): Fault {
  detailsOfSent.set(fault, details)
  return fault
}

/** What a fault says, in sentences that have texts in all languages if they can be told. */
export function detailsOfFault(fault: SaidFault): readonly Detail[] {
  const known = fault.details ?? detailsOfSent.get(fault) ?? requiredDetail(fault)
  if (known) return known
  const limit = limitDetail(fault)
  return [limit && englishOf([limit]) === fault.detail ? limit : inEnglish(fault.detail)]
}

function requiredDetail({ code, detail }: Fault): Detail[] | null {
  return code === 'required' && detail.startsWith(REQUIRED) ? [message('import_required', { detail })] : null
}

const UNITS = { number: 'number', int: 'number', string: 'characters', array: 'entries' } as const

function limitDetail(fault: Fault): Detail | null {
  const limit = limitOf(fault)
  const unit = Object.entries(UNITS).find(([origin]) => origin === limit?.origin)?.[1]
  if (!limit || !unit || limit.relation === 'above' || limit.relation === 'below') return null
  return message('import_limit', { relation: limit.relation, value: limit.value, unit })
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

/** Postgres can store neither NUL nor half of a character. A detail may quote a cell. */
export function storableText(text: string): string {
  return text.replaceAll('\0', '\u{fffd}').toWellFormed()
}

/** JSON escapes what can't be stored. */
const UNSTORABLE = /\\u(?:0000|d[89a-f][0-9a-f]{2})/

function storable(detail: Detail): Detail {
  const json = JSON.stringify(detail)
  if (!UNSTORABLE.test(json)) return detail
  // The reviver changes texts only, so the detail keeps its shape.
  return JSON.parse(json, (_, value) => (typeof value === 'string' ? storableText(value) : value)) as Detail
}

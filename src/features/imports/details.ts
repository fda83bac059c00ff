import type { Fault } from '../../shared/errors.ts'
import { limitOf } from '../../shared/faults.ts'
import {
  type ImportCellMessages,
  type ImportRowMessages,
  message,
  paragraphOf,
  readFault,
} from '../../shared/messages/index.ts'
import { REQUIRED } from '../../shared/plain-messages.ts'
import type { Detail, Failure, FileNotice, RowRemark, StoredNotice, StoredRemark } from './remarks.ts'

export type { Detail } from './remarks.ts'

/** A fault with the sentences of its `detail`. Faults without them come from the API itself. */
export interface DetailedFault extends Fault {
  details?: readonly Detail[]
}

export function cellMessage(what: ImportCellMessages['import_cell_said']['what']): Detail {
  return message('import_cell_said', { what })
}

export function rowMessage(what: ImportRowMessages['import_row_said']['what']): Detail {
  return message('import_row_said', { what })
}

/** Wraps a text that exists only in English. */
export function inEnglish(text: string): Detail {
  return message('import_in_english', { text })
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

/** Builds the fields of a fault that say what is wrong. */
export function faultDetails(...details: Detail[]): { detail: string; details: Detail[] } {
  return { detail: englishOf(details), details }
}

// Kept apart from the faults, because faults are sent as they are.
const detailsOfSent = new WeakMap<Fault, readonly Detail[]>()

/** Remembers the sentences from which a fault's `detail` was made. */
export function withDetails(fault: Fault, details: readonly Detail[]): Fault {
  detailsOfSent.set(fault, details)
  return fault
}

/** Returns the sentences of a fault, translated into all languages where they are known. */
export function detailsOfFault(fault: DetailedFault): readonly Detail[] {
  const known = fault.details ?? detailsOfSent.get(fault) ?? requiredDetail(fault)
  if (known) return known
  const limit = limitDetail(fault)
  if (limit && englishOf([limit]) === fault.detail) return [limit]
  return readFault(fault.detail) ?? [inEnglish(fault.detail)]
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

import { fractionDigits } from '../../../shared/currency.ts'
import type { Fault } from '../../../shared/errors.ts'
import { type Html, html, type Part } from '../../../shared/html.ts'
import { type DecimalSign, numberWritten, writeNumber } from '../../../shared/written-numbers.ts'
import type { WeeklyWindow } from '../../imports/index.ts'
import type { Sent } from '../forms.ts'
import { faultText, otherFaultText } from './fault-text.ts'
import type { FormField, Option } from './form-field.ts'
import { readDays, writeDays } from './listed-days.ts'
import { checkbox, choiceGroup, selectField, textArea, textField } from './parts.ts'
import { readSessionRows, sessionRows, shownSessions } from './session-fields.ts'
import type { View } from './view.ts'
import { readWeek, writeWeek } from './week-times.ts'

export type { FormField, Option }

/** Numbers are written as in the reader's language. */
type Reader = Pick<View, 'language'>

/** Values of fields by `at`. Undefined means blank. */
export type Values = ReadonlyMap<string, unknown>

/** Reads a submitted form in the form that the API accepts. Malformed values are kept for the schema to refuse. */
export function readFields(fields: readonly FormField[], sent: Sent, reader: Reader): Map<string, unknown> {
  return new Map(fields.map((field) => [field.at, readField(field, { sent, reader })]))
}

function readField(field: FormField, { sent, reader }: { sent: Sent; reader: Reader }): unknown {
  const given = sent[field.at]
  const text = typeof given === 'string' ? given : undefined
  switch (field.kind) {
    case 'text':
    case 'long':
    case 'day':
    case 'choice':
      return given
    case 'number':
      return text === undefined ? given : numberOf(text, reader)
    case 'choices':
      return given === undefined ? undefined : [given].flat()
    case 'flag':
      return text === 'true'
    case 'lines':
      return text === undefined ? given : linesOf(text)
    case 'money':
      return moneyOf(field.at, { sent, reader })
    case 'week':
      return text === undefined ? given : readWeek(text)
    case 'days':
      return text === undefined ? given : readDays(text)
    case 'sessions':
      return readSessionRows(field.at, sent)
  }
}

/** Reads a number as the reader's language writes it; returns the text if it is not a number. */
export function numberOf(text: string, reader: Reader): number | string {
  return numberWritten(text, decimalSignOf(reader)) ?? text
}

function decimalSignOf({ language }: Reader): DecimalSign {
  return language === 'en' ? '.' : ','
}

function linesOf(text: string): string[] | undefined {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return lines.length > 0 ? lines : undefined
}

function moneyOf(at: string, { sent, reader }: { sent: Sent; reader: Reader }): unknown {
  const [amount, currency, unit] = ['amount', 'currency', 'unit'].map((name) => sent[`${at}/${name}`])
  if (amount === undefined) return undefined
  const major = typeof amount === 'string' ? numberOf(amount, reader) : amount
  const code = typeof currency === 'string' ? currency.trim().toUpperCase() : currency
  const isCode = typeof code === 'string' && /^[A-Z]{3}$/.test(code)
  const minor = typeof major === 'number' && isCode ? Math.round(major * 10 ** fractionDigits(code)) : major
  return { amount_minor: minor, currency: code, unit }
}

/** Builds a body without blank fields. */
export function bodyOf(values: Values): Record<string, unknown> {
  const body: Record<string, unknown> = {}
  for (const [at, value] of values) if (value !== undefined) put(body, at.split('/'), value)
  return body
}

/** Builds a merge patch that removes blank fields. */
export function patchOf(values: Values): Record<string, unknown> {
  const patch: Record<string, unknown> = {}
  for (const [at, value] of values) put(patch, at.split('/'), value ?? null)
  return Object.fromEntries(Object.entries(patch).map(([name, value]) => [name, withoutEmpty(value)]))
}

function put(into: Record<string, unknown>, [first = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    into[first] = value
    return
  }
  const inner = isObject(into[first]) ? into[first] : {}
  into[first] = inner
  put(inner, rest, value)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Replaces an object whose fields are all null with null. */
function withoutEmpty(value: unknown): unknown {
  if (!isObject(value)) return value
  const entries = Object.entries(value).map(([name, inner]): [string, unknown] => [name, withoutEmpty(inner)])
  return entries.every(([, inner]) => inner === null) ? null : Object.fromEntries(entries)
}

/** Returns the form values of a body: the reverse of `readFields`. */
export function sentOf(fields: readonly FormField[], body: object, reader: Reader): Sent {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = field.at
        .split('/')
        .reduce<unknown>((at, name) => (isObject(at) ? at[name] : undefined), body)
      return value === undefined || value === null ? [] : shownOf(field, { value, reader })
    }),
  )
}

function shownOf(
  field: FormField,
  { value, reader }: { value: unknown; reader: Reader },
): [string, string | string[]][] {
  const { at, kind } = field
  // The body comes from the API, so the values have the types that its schemas allow.
  if (kind === 'week') return [[at, writeWeek(value as WeeklyWindow[], field.language)]]
  if (kind === 'days') return [[at, writeDays(value as Parameters<typeof writeDays>[0])]]
  if (kind === 'sessions') return shownSessions(at, value as Parameters<typeof shownSessions>[1])
  if (kind === 'money' && isObject(value)) {
    const { amount_minor: minor, currency, unit } = value
    const amount = Number(minor) / 10 ** fractionDigits(String(currency))
    const shown = {
      amount: writeNumber(amount, decimalSignOf(reader)),
      currency: String(currency),
      unit: String(unit),
    }
    return Object.entries(shown).map(([name, text]) => [`${at}/${name}`, text])
  }
  if (kind === 'number' && typeof value === 'number') return [[at, writeNumber(value, decimalSignOf(reader))]]
  if (!Array.isArray(value)) return [[at, String(value)]]
  const entries = value.map(nameOf)
  return [[at, kind === 'lines' ? entries.join('\n') : entries]]
}

/** Returns the label of a skill, which is a text or an object. */
export function nameOf(entry: unknown): string {
  return isObject(entry) ? String(entry.skill) : String(entry)
}

interface Filled {
  sent: Sent
  /** Set if several forms of a page have fields with the same name. */
  idPrefix?: string
  faults?: readonly Fault[]
}

/** Renders fields with the submitted values and their faults. */
export function writeFields(
  fields: readonly FormField[],
  { sent, faults = [], idPrefix }: Filled,
  view: View,
): Html[] {
  const wrong = placedFaults(fields, faults, view)
  return fields.map((field) =>
    writeField(field, { sent, idPrefix, fault: wrong.get(field.at)?.join(' ') }, view),
  )
}

function writeField(
  field: FormField,
  { sent, idPrefix, fault }: { sent: Sent; idPrefix: string | undefined; fault: string | undefined },
  view: View,
): Html {
  const { say } = view
  const { at, label, hint } = field
  const given = sent[at]
  const value = typeof given === 'string' ? given : undefined
  const id = idPrefix === undefined ? at : `${idPrefix}-${at}`
  const shared = { name: at, id, label, value, fault, ...(hint && { hint }) }
  switch (field.kind) {
    case 'text':
      return textField({ ...shared, maxLength: field.maxLength, isRequired: field.isRequired ?? false })
    case 'long':
      return textArea({ ...shared, maxLength: field.maxLength, isRequired: field.isRequired ?? false })
    case 'day':
      return textField({ ...shared, type: 'date', isRequired: field.isRequired ?? false })
    case 'number':
      return textField({ ...shared, type: 'decimal', isRequired: field.isRequired ?? false })
    case 'choice':
      return selectField({ ...shared, options: withGiven(field.options, value) })
    case 'choices':
      return choices(shared, { options: field.options, chosen: [given ?? []].flat() })
    case 'flag':
      return checkbox({ name: at, label, isChecked: value === 'true' })
    case 'lines':
    case 'days':
      return textArea(shared)
    case 'week':
      return textField({
        ...shared,
        maxLength: 1000,
      })
    case 'sessions':
      return html`<div class="field" role="group" aria-label="${label}">${fault && html`<p class="fault">${fault}</p>`}${sessionRows(at, sent, view)}</div>`
    case 'money': {
      const part = (name: string) => {
        const text = sent[`${at}/${name}`]
        return { name: `${at}/${name}`, value: typeof text === 'string' ? text : undefined }
      }
      return html`<div class="together">${textField({ ...part('amount'), label, fault, type: 'decimal' })}${textField({ ...part('currency'), label: say('desk_currency'), maxLength: 3 })}${selectField({ ...part('unit'), label: say('desk_unit'), options: field.units })}</div>`
    }
  }
}

/** Adds the current value to the options if it is missing, so that the form does not change it. */
function withGiven(options: readonly Option[], value: string | undefined): readonly Option[] {
  if (value === undefined || options.some((one) => one.value === value)) return options
  return [...options, { value, text: value }]
}

function choices(
  field: Pick<Parameters<typeof choiceGroup>[0], 'name' | 'label' | 'hint' | 'fault'>,
  { options, chosen }: { options: readonly Option[]; chosen: readonly string[] },
): Html {
  const all = chosen.reduce((known, value) => withGiven(known, value), options)
  return choiceGroup({ ...field, options: all, chosen })
}

/** Returns the faults that belong to no field of the form. */
export function otherFaults(fields: readonly FormField[], faults: readonly Fault[], view: View): Part[] {
  const others = faults.filter((fault) => !fieldOf(fields, fault))
  return [...new Set(others.map((fault) => otherFaultText(fault, view)))]
}

function placedFaults(
  fields: readonly FormField[],
  faults: readonly Fault[],
  view: View,
): Map<string, string[]> {
  const placed = new Map<string, Set<string>>()
  for (const fault of faults) {
    const field = fieldOf(fields, fault)
    if (field) placed.set(field.at, (placed.get(field.at) ?? new Set()).add(faultText(field, fault, view)))
  }
  return new Map([...placed].map(([at, texts]) => [at, [...texts]]))
}

/** Returns the field whose value contains the fault, otherwise the first field that is part of it. */
export function fieldOf(fields: readonly FormField[], { pointer }: Fault): FormField | undefined {
  const holds = ({ at }: FormField) => pointer === `/${at}` || pointer.startsWith(`/${at}/`)
  return fields.find(holds) ?? fields.find(({ at }) => pointer !== '' && `/${at}`.startsWith(`${pointer}/`))
}

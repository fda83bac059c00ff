import { findBrokenJson, parseWithSpareCommas } from '../../../shared/broken-json.ts'
import type { DomainError } from '../../../shared/errors.ts'
import { refusalOfJson } from '../../../shared/json-shape.ts'
import { message } from '../../../shared/messages/index.ts'
import { type Place, PlaceCounter } from '../../../shared/place-counter.ts'
import { type Detail, rowMessage } from '../details.ts'
import { UnreadableFile } from '../source-row.ts'
import { ObjectScanner } from './json-scanner.ts'
import { isNextRecord, LOOK_AROUND_CHARS, type RecordStart, recordStartAt } from './next-json-record.ts'

interface Remark {
  code: string
  details: Detail[]
}

/** An object of a JSON file, or a piece of the file that is not an object. */
export interface JsonRecord extends Place {
  /** Text as in the file. Only the beginning if the record is too long. */
  text: string
  /** Null if the record has a fault. */
  value: object | null
  fault: Remark | null
  notice: Remark | null
}

/** Longer than any record that could be accepted. */
const MAX_RECORD_CHARS = 1024 * 1024
const KEPT_OF_TOO_LONG = 200

const TOO_LONG = { code: 'row_too_long', details: [rowMessage('record_too_long')] }
const SPARE_COMMA = { code: 'comma_ignored', details: [rowMessage('comma_ignored')] }

/**
 * Splits JSON into its records, in batches: objects one per line, in an array, or one after another over many lines. A
 * broken record ends where the next one seems to begin and does not affect others. The result does not depend on how the
 * text is cut into pieces. Throws UnreadableFile at the end if a list is not closed.
 */
export async function* jsonRecordsOf(source: AsyncIterable<string>): AsyncGenerator<JsonRecord[]> {
  const file = new JsonFile()
  for await (const piece of source) yield file.push(piece)
  yield file.end()
  if (file.isCutOff) throw new UnreadableFile('file_cut_off', rowMessage('file_cut_off'))
}

/** A record, or another piece, whose end is not known yet. */
interface Item {
  start: number
  place: Place
  looks: RecordStart
  /** Null for a piece that can't be a record. */
  scanner: ObjectScanner | null
  isInText: boolean
  /** Beginning of a record that is too long; the rest of its text is dropped. */
  kept: string | null
}

const noLooks: RecordStart = { indent: null, keys: [], isFlat: false }

class JsonFile {
  #text = ''
  /** The text before this position has been read. */
  #at = 0
  #isEnd = false
  /** Number of open lists around the records. */
  #lists = 0
  #item: Item | null = null
  #looksBefore: RecordStart | null = null
  #isLastBroken = false
  readonly #places = new PlaceCounter()

  push(piece: string): JsonRecord[] {
    this.#text += piece
    const records = this.#readAll()
    this.#forget()
    return records
  }

  end(): JsonRecord[] {
    this.#isEnd = true
    return this.#readAll()
  }

  /** Whether a list is open at the end, unless a broken record before it explains that. */
  get isCutOff(): boolean {
    return this.#lists > 0 && !this.#isLastBroken
  }

  /** End of the readable text: enough text follows it to decide. */
  get #readable(): number {
    return this.#isEnd ? this.#text.length : this.#text.length - LOOK_AROUND_CHARS
  }

  #readAll(): JsonRecord[] {
    const records: JsonRecord[] = []
    for (;;) {
      this.#item ??= this.#nextItem()
      if (!this.#item) return records
      const record = this.#recordOf(this.#item)
      if (!record) return records
      this.#looksBefore = this.#item.looks
      this.#item = null
      this.#isLastBroken = record.fault !== null
      records.push(record)
    }
  }

  #nextItem(): Item | null {
    for (; this.#at < this.#readable; this.#at++) {
      const sign = this.#text.charAt(this.#at)
      if (sign === '[') this.#lists += 1
      else if (sign === ']') this.#lists = Math.max(0, this.#lists - 1)
      else if (!/[\s,\ufeff]/.test(sign)) return this.#itemHere(sign === '{')
    }
    return null
  }

  #itemHere(isObject: boolean): Item {
    const start = this.#at
    return {
      start,
      place: this.#places.placeAt(this.#text, start),
      looks: isObject ? recordStartAt(this.#text, start, this.#looksBefore) : (this.#looksBefore ?? noLooks),
      scanner: isObject ? new ObjectScanner() : null,
      isInText: false,
      kept: null,
    }
  }

  /** Returns the record, or null if its end is not known yet. */
  #recordOf(item: Item): JsonRecord | null {
    if (!item.scanner) return this.#readOther(item)
    const { scanner } = item
    while (this.#at < this.#readable) {
      const wasBroken = scanner.isBroken
      const mostChars = item.kept === null ? item.start + MAX_RECORD_CHARS + 1 : this.#readable
      this.#at = scanner.scan(this.#text, this.#at, Math.min(this.#readable, mostChars))
      const next = this.#nextRecord(item, scanner, wasBroken)
      if (next !== null) return this.#broken(item, next)
      if (scanner.isClosed) return this.#closed(item, scanner)
      if (item.kept === null && this.#at - item.start > MAX_RECORD_CHARS) {
        const inside = this.#lookBack(item)
        if (inside !== null) return this.#broken(item, inside)
        item.kept = this.#text.slice(item.start, item.start + KEPT_OF_TOO_LONG)
      }
    }
    if (!this.#isEnd) return null
    return this.#broken(item, (item.kept === null ? this.#lookBack(item) : null) ?? this.#text.length)
  }

  /** Returns where the next record begins, if that shows that this one is broken. */
  #nextRecord(item: Item, scanner: ObjectScanner, wasBroken: boolean): number | null {
    if (!scanner.isBroken) return null
    if (!wasBroken && item.kept === null) return this.#lookBack(item)
    const brace = this.#at - 1
    return this.#text.charAt(brace) === '{' && isNextRecord(this.#text, brace, item.looks) ? brace : null
  }

  /**
   * Returns where the next record begins within the text taken for this one. Skipped for too deep nesting, which would make
   * it slow.
   */
  #lookBack({ start, looks, scanner }: Item): number | null {
    if (scanner?.isTooDeep) return null
    for (let brace = start; ; ) {
      brace = this.#text.indexOf('{', brace + 1)
      if (brace < 0 || brace >= this.#at) return null
      if (isNextRecord(this.#text, brace, looks)) return brace
    }
  }

  #closed(item: Item, scanner: ObjectScanner): JsonRecord | null {
    const behind = this.#text.slice(this.#at, this.#at + LOOK_AROUND_CHARS)
    if (!/^[ \t]*(?:[\n\r,\][{]|$)/.test(behind)) {
      item.scanner = null
      return this.#readOther(item)
    }
    if (item.kept !== null || scanner.isBroken) return this.#broken(item, this.#at)
    const text = this.#text.slice(item.start, this.#at)
    const refusal = refusalOfJson(text)
    if (refusal) return refused(item, text, remarkOf(refusal))
    const value = parsed(text)
    if (isObject(value)) return { ...item.place, text, value, fault: null, notice: null }
    const mended = parseWithSpareCommas(text)
    if (isObject(mended)) return { ...item.place, text, value: mended, fault: null, notice: SPARE_COMMA }
    return this.#broken(item, this.#lookBack(item) ?? this.#at)
  }

  /** Reads a piece that is not a record, up to the end of its line or, in a list, of its entry. */
  #readOther(item: Item): JsonRecord | null {
    for (; this.#at < this.#readable; this.#at++) {
      const sign = this.#text.charAt(this.#at)
      if (sign === '\n' || sign === '\r') return this.#broken(item, this.#at)
      if (sign === '"') item.isInText = !item.isInText
      const isNext = sign === '{' && this.#at > item.start && isNextRecord(this.#text, this.#at, item.looks)
      if (isNext || (this.#lists > 0 && !item.isInText && this.#endsEntry(sign)))
        return this.#broken(item, this.#at)
      if (item.kept === null && this.#at - item.start > MAX_RECORD_CHARS)
        item.kept = this.#text.slice(item.start, item.start + KEPT_OF_TOO_LONG)
    }
    return this.#isEnd ? this.#broken(item, this.#text.length) : null
  }

  /** Tells whether the sign here ends a piece in a list. Commas within the piece do not. */
  #endsEntry(sign: string): boolean {
    if (sign === ']') return true
    const behind = this.#text.slice(this.#at + 1, this.#at + LOOK_AROUND_CHARS)
    return sign === ',' && /^\s*(?:\{|$)/.test(behind)
  }

  #broken(item: Item, end: number): JsonRecord {
    this.#at = end
    if (item.kept !== null) return refused(item, item.kept, TOO_LONG)
    const text = withoutEndingCommas(this.#text.slice(item.start, end))
    const refusal = item.scanner?.isTooDeep ? refusalOfJson(text) : null
    const why = refusal ? remarkOf(refusal) : { code: 'not_json', details: [explain(text, item.place)] }
    return refused(item, text, why)
  }

  /** Drops the text that has been read, except for the beginning of the line. */
  #forget(): void {
    const needed = this.#item && this.#item.kept === null ? this.#item.start : this.#at
    const count = Math.max(0, needed - LOOK_AROUND_CHARS)
    this.#places.forget(this.#text, count)
    this.#text = this.#text.slice(count)
    this.#at -= count
    if (this.#item) this.#item.start -= count
  }
}

function refused({ place }: Item, text: string, fault: Remark): JsonRecord {
  return { ...place, text, value: null, fault, notice: null }
}

function remarkOf({ code, said }: DomainError): Remark {
  return { code, details: [said] }
}

function explain(text: string, place: Place): Detail {
  if (text.startsWith('{')) return message('import_broken_json', findBrokenJson(text, place))
  const { line, column } = place
  return message('import_no_json_object', { line, column })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function withoutEndingCommas(text: string): string {
  let end = text.length
  while (end > 0 && /[\s,]/.test(text.charAt(end - 1))) end--
  return text.slice(0, end)
}

/** How a record begins, to find the next one if it is broken. */
export interface RecordStart {
  /** Spaces before the record, if it begins its line. */
  indent: string | null
  /** First keys of this and the previous record. Most records of a file begin with the same key. */
  keys: readonly string[]
  /** Whether its fields are indented no deeper than the record, so that indentation shows nothing. */
  isFlat: boolean
}

/** Characters before and after a position that are read to compare records. */
export const LOOK_AROUND_CHARS = 1000

const FIRST_KEY = /^\{\s*("[^"\\\n\r]+")\s*:/
const LONE_BRACE = /^\{[ \t]*(?:\r\n|\r|\n)([ \t]*)/

/** Describes how the record at a position begins. `before` is the description of the previous record. */
export function recordStartAt(text: string, start: number, before: RecordStart | null): RecordStart {
  const beginning = text.slice(start, start + LOOK_AROUND_CHARS)
  const indent = spacesBefore(text, start)
  const key = FIRST_KEY.exec(beginning)?.[1]
  const keyBefore = before?.keys[0]
  const fieldIndent = LONE_BRACE.exec(beginning)?.[1]
  return {
    indent,
    keys: [key, keyBefore].filter((one) => one !== undefined),
    isFlat: fieldIndent !== undefined && fieldIndent.length <= (indent?.length ?? 0),
  }
}

/**
 * Tells whether the brace at a position begins another record: it begins a line with the same indentation, or has the same
 * first key as this record or the previous one.
 */
export function isNextRecord(text: string, brace: number, { indent, keys, isFlat }: RecordStart): boolean {
  const spaces = spacesBefore(text, brace)
  if (spaces !== null && spaces === indent && !isFlat) return true
  if (spaces === null && isValueOfField(text, brace)) return false
  const key = FIRST_KEY.exec(text.slice(brace, brace + LOOK_AROUND_CHARS))?.[1]
  return key !== undefined && keys.includes(key)
}

/** Returns the spaces between the beginning of the line and a position. Null if anything else is there. */
function spacesBefore(text: string, position: number): string | null {
  let from = position
  const least = Math.max(0, position - LOOK_AROUND_CHARS)
  while (from > least && isSpace(text.charAt(from - 1))) from--
  const sign = text.charAt(from - 1)
  return sign === '' || sign === '\n' || sign === '\r' || sign === '\u{feff}'
    ? text.slice(from, position)
    : null
}

/** Tells whether a colon precedes a brace on the same line. */
function isValueOfField(text: string, brace: number): boolean {
  let at = brace - 1
  while (at >= brace - LOOK_AROUND_CHARS && isSpace(text.charAt(at))) at--
  return text.charAt(at) === ':'
}

function isSpace(sign: string): boolean {
  return sign === ' ' || sign === '\t'
}

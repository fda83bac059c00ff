/** How a record begins, to find the next one behind it if it is broken. */
export interface Looks {
  /** Spaces before the record, if it begins its line. */
  indent: string | null
  /** Its first key and that of the record before. Records of one file mostly begin with the same key. */
  keys: readonly string[]
  /** Whether its fields are no deeper indented than itself, so that the beginning of a line tells nothing. */
  isFlat: boolean
}

/** As much is read of a text, before and behind a position, to see how a record looks. */
export const LOOK_AROUND_CHARS = 1000

const FIRST_KEY = /^\{\s*("[^"\\\n\r]+")\s*:/
const LONE_BRACE = /^\{[ \t]*(?:\r\n|\r|\n)([ \t]*)/

/** How the record at a position looks. `before` are the looks of the record before. */
export function looksOf(text: string, start: number, before: Looks | null): Looks {
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
 * Whether the brace at a position begins another record: it stands at the beginning of a line as the record before does, or
 * it has the same first key as that one or the one before.
 */
export function isNextRecord(text: string, brace: number, { indent, keys, isFlat }: Looks): boolean {
  const spaces = spacesBefore(text, brace)
  if (spaces !== null && spaces === indent && !isFlat) return true
  if (spaces === null && isValueOfField(text, brace)) return false
  const key = FIRST_KEY.exec(text.slice(brace, brace + LOOK_AROUND_CHARS))?.[1]
  return key !== undefined && keys.includes(key)
}

/** The spaces between the beginning of the line and a position. Null if anything else stands there. */
function spacesBefore(text: string, position: number): string | null {
  let from = position
  const least = Math.max(0, position - LOOK_AROUND_CHARS)
  while (from > least && isSpace(text.charAt(from - 1))) from--
  const sign = text.charAt(from - 1)
  return sign === '' || sign === '\n' || sign === '\r' || sign === '\u{feff}'
    ? text.slice(from, position)
    : null
}

/** Whether a colon stands before a brace, on the same line. */
function isValueOfField(text: string, brace: number): boolean {
  let at = brace - 1
  while (at >= brace - LOOK_AROUND_CHARS && isSpace(text.charAt(at))) at--
  return text.charAt(at) === ':'
}

function isSpace(sign: string): boolean {
  return sign === ' ' || sign === '\t'
}

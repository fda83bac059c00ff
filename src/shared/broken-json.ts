import { type ParseError, parse, printParseErrorCode, visit } from 'jsonc-parser'
import { type Place, PlaceCounter } from './place-counter.ts'

/** What can be wrong with a text that should be JSON. */
export type JsonFault = keyof typeof REASONS

const REASONS = {
  word: 'this word is not JSON. Put texts and the names of fields in double quotes',
  number: 'this is not a number. Write numbers like 7.5',
  name: 'the name of a field is missing before this. Write fields like "name": "Ada Park"',
  value: 'a value is missing before this',
  colon: 'a colon is missing before this. Write fields like "name": "Ada Park"',
  comma: 'a comma is missing before this',
  brace: 'the text ends here, and one of its { is not closed',
  bracket: 'the text ends here, and one of its [ is not closed',
  end: 'the object has ended before this. Check its { and }',
  quote: 'the quotation mark that opens here is not closed on this line',
  number_cut: 'this number is cut off',
  comment: 'JSON has no comments. Remove this one',
  unicode: 'this text has a \\u without its four digits',
  backslash: 'this text has a single backslash. Double it',
  control: 'this text has a control character, such as a tab. Write it like \\t',
  json: 'this is not JSON',
} as const

/** The parser's names of faults. */
const FAULTS: Readonly<Record<string, JsonFault>> = {
  InvalidSymbol: 'word',
  InvalidNumberFormat: 'number',
  PropertyNameExpected: 'name',
  ValueExpected: 'value',
  ColonExpected: 'colon',
  CommaExpected: 'comma',
  CloseBraceExpected: 'brace',
  CloseBracketExpected: 'bracket',
  EndOfFileExpected: 'end',
  UnexpectedEndOfString: 'quote',
  UnexpectedEndOfNumber: 'number_cut',
  UnexpectedEndOfComment: 'comment',
  InvalidCommentToken: 'comment',
  InvalidUnicode: 'unicode',
  InvalidEscapeCharacter: 'backslash',
  InvalidCharacter: 'control',
}

export interface BrokenJson extends Place {
  fault: JsonFault
}

/** Finds where and why a text is not JSON. `begin` is where the text begins in its file. `text` must not be deeply nested. */
export function findBrokenJson(text: string, begin: Place = { line: 1, column: 1 }): BrokenJson {
  const { offset, fault } = firstFault(text)
  const { line, column } = new PlaceCounter(begin).placeAt(text, offset)
  return { line, column, fault }
}

/** Explains a fault in English. */
export function explainBrokenJson({ line, column, fault }: BrokenJson): string {
  return `Line ${line}, column ${column}: ${REASONS[fault]}.`
}

/**
 * Thrown to stop the visitor at the first fault, since it would continue. Not an Error, because collecting a
 * stack is slow.
 */
class Found {
  readonly fault: { offset: number; fault: JsonFault }

  constructor(fault: { offset: number; fault: JsonFault }) {
    this.fault = fault
  }
}

function firstFault(text: string): { offset: number; fault: JsonFault } {
  const onError = (code: number, offset: number) => {
    throw new Found({ offset, fault: FAULTS[printParseErrorCode(code)] ?? 'json' })
  }
  try {
    visit(text, { onError }, { disallowComments: true })
  } catch (error) {
    if (error instanceof Found) return error.fault
    throw error
  }
  return { offset: 0, fault: 'json' }
}

/**
 * Parses JSON with commas before } or ], as people leave them when they edit a list. Returns undefined if
 * anything else is wrong.
 */
export function parseWithSpareCommas(text: string): unknown {
  // The parser would set the prototype of the object.
  if (text.includes('__proto__')) return undefined
  const errors: ParseError[] = []
  const value: unknown = parse(text, errors, { allowTrailingComma: true, disallowComments: true })
  return errors.length === 0 ? value : undefined
}

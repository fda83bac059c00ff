import { type ParseError, parse, printParseErrorCode, visit } from 'jsonc-parser'
import { type Place, PlaceCounter } from './place-counter.ts'

const MESSAGES: Readonly<Record<string, string>> = {
  InvalidSymbol: 'this word is not JSON. Put texts and the names of fields in double quotes',
  InvalidNumberFormat: 'this is not a number. Write numbers like 7.5',
  PropertyNameExpected: 'the name of a field is missing before this. Write fields like "name": "Ada Park"',
  ValueExpected: 'a value is missing before this',
  ColonExpected: 'a colon is missing before this. Write fields like "name": "Ada Park"',
  CommaExpected: 'a comma is missing before this',
  CloseBraceExpected: 'the text ends here, and one of its { is not closed',
  CloseBracketExpected: 'the text ends here, and one of its [ is not closed',
  EndOfFileExpected: 'the object has ended before this. Check its { and }',
  UnexpectedEndOfString: 'the quotation mark that opens here is not closed on this line',
  UnexpectedEndOfNumber: 'this number is cut off',
  UnexpectedEndOfComment: 'JSON has no comments. Remove this one',
  InvalidCommentToken: 'JSON has no comments. Remove this one',
  InvalidUnicode: 'this text has a \\u without its four digits',
  InvalidEscapeCharacter: 'this text has a single backslash. Double it',
  InvalidCharacter: 'this text has a control character, such as a tab. Write it like \\t',
}

/** Says where and why a text is not JSON, for a text that begins at a place of its file. `text` nests few levels. */
export function explainBrokenJson(text: string, begin: Place = { line: 1, column: 1 }): string {
  const { offset, reason } = firstFault(text)
  const { line, column } = new PlaceCounter(begin).placeAt(text, offset)
  return `Line ${line}, column ${column}: ${reason}.`
}

/** Thrown to end the visit of a text, which goes on after faults. No error, since a stack takes long to collect. */
class Found {
  readonly fault: { offset: number; reason: string }

  constructor(fault: { offset: number; reason: string }) {
    this.fault = fault
  }
}

function firstFault(text: string): { offset: number; reason: string } {
  const onError = (code: number, offset: number) => {
    throw new Found({ offset, reason: MESSAGES[printParseErrorCode(code)] ?? 'this is not JSON' })
  }
  try {
    visit(text, { onError }, { disallowComments: true })
  } catch (error) {
    if (error instanceof Found) return error.fault
    throw error
  }
  return { offset: 0, reason: 'this is not JSON' }
}

/** Parses JSON with commas before } or ], as people leave them when they edit a list. Undefined if more is wrong. */
export function parseWithSpareCommas(text: string): unknown {
  // The parser would set the prototype of what it makes.
  if (text.includes('__proto__')) return undefined
  const errors: ParseError[] = []
  const value: unknown = parse(text, errors, { allowTrailingComma: true, disallowComments: true })
  return errors.length === 0 ? value : undefined
}

import { isUtf8 } from 'node:buffer'
import { message } from '../../../shared/messages/index.ts'
import { cellMessage } from '../details.ts'
import type { CellNotice } from '../rows/records.ts'

/**
 * Characters that appear when UTF-8 was read as windows-1252: `Ã
 * ` for `ö`.
 */
const LOOKS_TWICE_ENCODED =
  /[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]/
const REPLACEMENT = '\u{fffd}'
const byteOf = new Map(
  Array.from({ length: 128 }, (_, at) => [
    new TextDecoder('windows-1252').decode(Uint8Array.of(128 + at)),
    128 + at,
  ]),
)

/** Finds cells whose letters were damaged before the upload. They are stored as they are. */
export function findGarbledCells(cells: readonly string[]): CellNotice[] {
  return cells.flatMap((cell, at) => {
    if (cell.includes(REPLACEMENT)) {
      return [{ at, code: 'letter_lost', details: [cellMessage('letter_lost')] }]
    }
    const meant = LOOKS_TWICE_ENCODED.test(cell) ? decodedAgain(cell) : null
    if (meant === null) return []
    return [{ at, code: 'text_garbled', details: [message('import_text_garbled', { meant })] }]
  })
}

/** Restores UTF-8 that was read as windows-1252. Null for any other text. */
function decodedAgain(text: string): string | null {
  const bytes: number[] = []
  for (const char of text) {
    const byte = char < '\u0080' ? char.charCodeAt(0) : byteOf.get(char)
    if (byte === undefined) return null
    bytes.push(byte)
  }
  const buffer = Buffer.from(bytes)
  return isUtf8(buffer) ? buffer.toString() : null
}

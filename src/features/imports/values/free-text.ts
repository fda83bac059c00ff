import { type Reading, read } from './reading.ts'

const OUTER = /^[\s\ufeff]$/

/** Reads a text unchanged, without outer spaces. Restores line breaks that Excel wrote as `_x000D_`. */
export function readFreeText(cell: string): Reading<string> {
  return read(withoutOuterSpaces(cell.includes('_x0') ? withoutEscapes(cell) : cell))
}

function withoutEscapes(cell: string): string {
  return cell
    .replaceAll('_x000D_\r\n', '\n')
    .replaceAll('_x000D_\n', '\n')
    .replaceAll('_x000D_', '\n')
    .replaceAll('_x000A_', '\n')
    .replaceAll('_x0009_', '\t')
}

/** Removes only spaces and byte order marks at the ends: direction marks there belong to right-to-left texts. */
export function withoutOuterSpaces(text: string): string {
  let from = 0
  let to = text.length
  while (from < to && isOuter(text, from)) from++
  while (to > from && isOuter(text, to - 1)) to--
  return text.slice(from, to)
}

function isOuter(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return !(code > 0x20 && code < 0x7f) && OUTER.test(text.charAt(at))
}

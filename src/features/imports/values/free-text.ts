import { type Reading, read } from './reading.ts'

const OUTER = /^[\s\ufeff]$/

/** Reads a text as it is, without outer spaces. Line breaks that Excel wrote as `_x000D_` are line breaks again. */
export function readFreeText(cell: string): Reading<string> {
  const text = cell
    .replaceAll('_x000D_\r\n', '\n')
    .replaceAll('_x000D_\n', '\n')
    .replaceAll('_x000D_', '\n')
    .replaceAll('_x000A_', '\n')
    .replaceAll('_x0009_', '\t')
  return read(withoutOuterSpaces(text))
}

/** Only spaces and byte order marks: direction marks at the ends belong to texts from right to left. */
export function withoutOuterSpaces(text: string): string {
  let from = 0
  let to = text.length
  while (from < to && OUTER.test(text.charAt(from))) from++
  while (to > from && OUTER.test(text.charAt(to - 1))) to--
  return text.slice(from, to)
}

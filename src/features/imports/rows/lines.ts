/** A line of a file. If it is longer than any row may be, `text` is only its beginning. */
export interface Line {
  /** From 1. */
  number: number
  text: string
  isTooLong: boolean
}

/** Longer than any row that could be accepted. */
export const MAX_LINE_CHARS = 1024 * 1024
const KEPT_OF_TOO_LONG = 200

/** Yields the lines of UTF-8 text, many at a time. Of a line that is too long it keeps only the beginning. */
export async function* linesOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<Line[]> {
  const decoder = new TextDecoder('utf-8')
  let number = 0
  let rest = ''
  let isTooLong = false
  const lineOf = (text: string): Line => {
    const line = { number: ++number, text: text.endsWith('\r') ? text.slice(0, -1) : text, isTooLong }
    isTooLong = false
    return line
  }
  for await (const bytes of source) {
    const parts = (rest + decoder.decode(bytes, { stream: true })).split('\n')
    rest = parts.pop() ?? ''
    yield parts.map((text) => {
      if (text.length > MAX_LINE_CHARS) isTooLong = true
      return lineOf(isTooLong ? text.slice(0, KEPT_OF_TOO_LONG) : text)
    })
    if (rest.length <= MAX_LINE_CHARS) continue
    isTooLong = true
    rest = rest.slice(0, KEPT_OF_TOO_LONG)
  }
  rest += decoder.decode()
  if (rest !== '') yield [lineOf(isTooLong ? rest.slice(0, KEPT_OF_TOO_LONG) : rest)]
}

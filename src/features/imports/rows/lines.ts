/** A line of a file, or that one was longer than any row may be. */
export interface Line {
  /** From 1. */
  number: number
  text: string
  isTooLong: boolean
}

/** Longer than any row that could be accepted. */
export const MOST_LINE_CHARS = 1024 * 1024
const KEPT_OF_TOO_LONG = 200

/** The lines of UTF-8 text, many at a time; of one that is too long the beginning alone, however long it is. */
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
      if (text.length > MOST_LINE_CHARS) isTooLong = true
      return lineOf(isTooLong ? text.slice(0, KEPT_OF_TOO_LONG) : text)
    })
    if (rest.length <= MOST_LINE_CHARS) continue
    isTooLong = true
    rest = rest.slice(0, KEPT_OF_TOO_LONG)
  }
  rest += decoder.decode()
  if (rest !== '') yield [lineOf(isTooLong ? rest.slice(0, KEPT_OF_TOO_LONG) : rest)]
}

/** A line of a file. `text` is only its beginning if it is longer than any row may be. */
export interface Line {
  /** From 1. */
  number: number
  text: string
  isTooLong: boolean
}

/** Longer than any row that could be accepted. */
export const MAX_LINE_CHARS = 1024 * 1024
const KEPT_OF_TOO_LONG = 200

/**
 * Yields the lines of UTF-8 text, in batches. Lines end with CR, LF or CRLF, also mixed. A line that is too long is reduced
 * to its beginning.
 */
export async function* linesOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<Line[]> {
  const decoder = new TextDecoder('utf-8')
  let number = 0
  let rest = ''
  let isTooLong = false
  const lineOf = (text: string): Line => {
    if (text.length > MAX_LINE_CHARS) isTooLong = true
    const line = { number: ++number, text: isTooLong ? text.slice(0, KEPT_OF_TOO_LONG) : text, isTooLong }
    isTooLong = false
    return line
  }
  for await (const bytes of source) {
    const parts = splitLines(rest + decoder.decode(bytes, { stream: true }))
    rest = parts.pop() ?? ''
    yield parts.map(lineOf)
    if (rest.length <= MAX_LINE_CHARS) continue
    isTooLong = true
    rest = rest.slice(0, KEPT_OF_TOO_LONG) + (rest.endsWith('\r') ? '\r' : '')
  }
  rest += decoder.decode()
  if (rest !== '') yield [lineOf(rest.endsWith('\r') ? rest.slice(0, -1) : rest)]
}

/** Splits a text into lines. The last part has no end yet. It keeps a final CR, since an LF may follow. */
function splitLines(text: string): string[] {
  const parts = text.split('\n')
  if (!text.includes('\r')) return parts
  const last = parts.length - 1
  return parts.flatMap((part, at) => {
    const end = part.endsWith('\r') ? part.length - 1 : part.length
    const lone = part.indexOf('\r')
    if (lone < 0 || lone === end) return at < last ? part.slice(0, end) : part
    const lines = part.slice(0, end).split('\r')
    return at < last ? lines : [...lines.slice(0, -1), `${lines.at(-1)}${part.slice(end)}`]
  })
}

import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { createPauses } from '../../../../shared/sliced-work.ts'
import { damaged, isUnpackingFault } from './zip.ts'

/** Texts of cells are shorter. More without a tag is an attack on memory. */
const MAX_CHARS_BETWEEN_TAGS = 1024 * 1024
/** Parsing a slice of this size takes about a millisecond. */
const SLICE_CHARS = 8 * 1024

export interface XmlHandlers {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  close(name: string): void
  text?(text: string): void
}

/**
 * Parses a part of a workbook and yields after each slice, so that nothing waits for long. Names come without prefixes.
 * Refuses document types, since they could define texts that multiply. Throws UnreadableFile.
 */
export async function* parseXml(source: AsyncIterable<Buffer>, handlers: XmlHandlers): AsyncGenerator<void> {
  const parser = parserOf(handlers)
  const decoder = new TextDecoder('utf-8')
  const guard = new TagGuard()
  const pause = createPauses()
  try {
    for await (const bytes of source) {
      const text = decoder.decode(bytes, { stream: true })
      for (let at = 0; at < text.length; at += SLICE_CHARS) {
        const slice = text.slice(at, at + SLICE_CHARS)
        guard.check(slice)
        parser.write(slice)
        yield
        const pausing = pause()
        if (pausing) await pausing
      }
    }
    parser.close()
  } catch (error) {
    if (isXmlFault(error)) throw damaged()
    throw error
  }
  yield
}

class XmlFault extends Error {}

/** Tells whether an error comes from the XML or from unpacking it. */
function isXmlFault(error: unknown): boolean {
  if (error instanceof XmlFault) return true
  return isUnpackingFault(error)
}

function parserOf(handlers: XmlHandlers): SaxesParser {
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) =>
    handlers.open(withoutPrefix(name), attributes),
  )
  parser.on('closetag', ({ name }: SaxesTagPlain) => handlers.close(withoutPrefix(name)))
  const addText = (text: string) => handlers.text?.(text)
  parser.on('text', addText)
  parser.on('cdata', addText)
  const refuse = () => {
    throw new XmlFault()
  }
  parser.on('doctype', refuse)
  parser.on('error', refuse)
  return parser
}

function withoutPrefix(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** Refuses what the parser would have to hold whole: a text, attribute or comment without an end. */
class TagGuard {
  #since = 0
  #inComment = false

  check(slice: string): void {
    const last = Math.max(slice.lastIndexOf('<'), slice.lastIndexOf('>'))
    const opened = slice.lastIndexOf('<!')
    if (opened >= 0) this.#inComment = true
    if (this.#inComment && /-->|\]\]>/.test(slice.slice(Math.max(0, opened)))) this.#inComment = false
    this.#since = last < 0 || this.#inComment ? this.#since + slice.length : slice.length - last
    if (this.#since > MAX_CHARS_BETWEEN_TAGS) throw new XmlFault()
  }
}

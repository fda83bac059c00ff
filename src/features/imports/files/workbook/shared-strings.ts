import type { Readable } from 'node:stream'
import { rowMessage } from '../../details.ts'
import { UnreadableFile } from '../../source-row.ts'
import { parseXml } from './xml.ts'

const FIRST_BYTES = 64 * 1024
/** Texts of a sheet of 100,000 rows take some megabytes. */
export const MAX_TEXT_BYTES = 64 * 1024 * 1024

/** Stores many texts in one buffer, which takes a tenth of the memory of as many strings. */
export class TextStore {
  #bytes: Buffer = Buffer.alloc(FIRST_BYTES)
  #ends = new Uint32Array(1024)
  #count = 0
  #used = 0

  add(text: string): void {
    const needed = this.#used + Buffer.byteLength(text)
    if (needed > MAX_TEXT_BYTES)
      throw new UnreadableFile('workbook_too_large', rowMessage('workbook_text_too_long'))
    if (needed > this.#bytes.length) this.#bytes = grown(this.#bytes, needed)
    if (this.#count === this.#ends.length) {
      const ends = new Uint32Array(this.#ends.length * 2)
      ends.set(this.#ends)
      this.#ends = ends
    }
    this.#used += this.#bytes.write(text, this.#used)
    this.#ends[this.#count++] = this.#used
  }

  /** Returns a text, or undefined if there is no such text. */
  get(index: number): string | undefined {
    const end = index < this.#count ? this.#ends[index] : undefined
    if (end === undefined) return undefined
    return this.#bytes.toString('utf8', index === 0 ? 0 : this.#ends[index - 1], end)
  }
}

function grown(bytes: Buffer, needed: number): Buffer {
  const larger = Buffer.alloc(Math.max(needed, bytes.length * 2))
  bytes.copy(larger)
  return larger
}

/** Reads the texts that the cells of all sheets share. */
export async function readSharedStrings(source: Readable | null): Promise<TextStore> {
  const store = new TextStore()
  if (!source) return store
  const reader = new RichText()
  const parsed = parseXml(source, {
    open: (name) => {
      if (name === 'si') reader.begin()
      else reader.open(name)
    },
    close: (name) => {
      if (name === 'si') store.add(reader.text)
      else reader.close(name)
    },
    text: (text) => reader.add(text),
  })
  for await (const _ of parsed);
  return store
}

/** Joins the runs of a text, without phonetic annotations. */
export class RichText {
  #pieces = ''
  #isText = false
  #isPhonetic = false

  begin(): void {
    this.#pieces = ''
    this.#isText = false
    this.#isPhonetic = false
  }

  open(name: string): void {
    if (name === 't') this.#isText = true
    else if (name === 'rPh') this.#isPhonetic = true
  }

  close(name: string): void {
    if (name === 't') this.#isText = false
    else if (name === 'rPh') this.#isPhonetic = false
  }

  add(text: string): void {
    if (this.#isText && !this.#isPhonetic) this.#pieces += text
  }

  get text(): string {
    return unescaped(this.#pieces)
  }
}

/** Decodes characters that XML forbids and workbooks write as `_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

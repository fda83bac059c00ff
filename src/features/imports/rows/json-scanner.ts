import { MAX_JSON_DEPTH } from '../../../shared/json-shape.ts'

/**
 * Tracks the brackets and quotation marks of one JSON object, piece by piece, to find where it ends or breaks. Numbers and
 * words are left to the parser.
 */
export class ObjectScanner {
  /** Open brackets. */
  readonly #open: string[] = []
  /** Last sign outside of texts. */
  #previous = ''
  #isInText = false
  #isEscaped = false
  #isTooDeep = false
  isBroken = false

  get isClosed(): boolean {
    return this.#previous !== '' && this.#open.length === 0
  }

  /** Whether it has more levels than the service reads. */
  get isTooDeep(): boolean {
    return this.#isTooDeep
  }

  /**
   * Scans from one position to another. Returns where it stopped: after the end of the object, at the first break, or, once
   * broken, after each opening brace.
   */
  scan(text: string, from: number, to: number): number {
    for (let at = from; at < to; at++) {
      const sign = text.charAt(at)
      const wasBroken = this.isBroken
      if (this.#isInText) this.#readText(sign)
      else this.#readSign(sign)
      if (this.isClosed || this.isBroken !== wasBroken || (wasBroken && sign === '{')) return at + 1
    }
    return to
  }

  #readText(sign: string): void {
    if (sign === '\n' || sign === '\r') {
      // A text never spans lines: its quotation mark was not closed.
      this.isBroken = true
      this.#isInText = false
      this.#isEscaped = false
    } else if (this.#isEscaped) this.#isEscaped = false
    else if (sign === '\\') this.#isEscaped = true
    else if (sign === '"') this.#isInText = false
  }

  #readSign(sign: string): void {
    if (sign === ' ' || sign === '\n' || sign === '\r' || sign === '\t') return
    if (sign === '{' || sign === '[') {
      if (!this.#mayOpen(sign)) this.isBroken = true
      this.#open.push(sign)
      if (this.#open.length > MAX_JSON_DEPTH) this.#isTooDeep = true
    } else if (sign === '}' || sign === ']') this.#close(sign === '}' ? '{' : '[')
    else if (sign === '"') this.#isInText = true
    this.#previous = sign
  }

  /** Tells whether an object or list may begin here: after a colon, or in a list. */
  #mayOpen(sign: string): boolean {
    if (this.#open.length === 0) return sign === '{'
    const isInList = this.#open.at(-1) === '['
    return this.#previous === ':' || (isInList && (this.#previous === '[' || this.#previous === ','))
  }

  /** Closes the nearest bracket of this kind and all that were opened within it. */
  #close(opening: string): void {
    if (this.#open.at(-1) !== opening) this.isBroken = true
    const at = this.#open.lastIndexOf(opening)
    if (at >= 0) this.#open.length = at
  }
}

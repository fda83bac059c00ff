/** A position in a file. Both numbers start at 1. */
export interface Place {
  line: number
  column: number
}

/**
 * Counts lines and columns of a text that is read from front to back and dropped from the front. Lines end
 * with LF, CR or both.
 */
export class PlaceCounter {
  #line: number
  #column: number
  /** The text before this position has been counted. */
  #counted = 0
  #isAfterCr = false

  constructor({ line, column }: Place = { line: 1, column: 1 }) {
    this.#line = line
    this.#column = column
  }

  /** Returns the place of a character, which must not be before the previous one. */
  placeAt(text: string, position: number): Place {
    for (; this.#counted < position; this.#counted++) {
      const sign = text.charCodeAt(this.#counted)
      const endsLine = sign === CR || (sign === LF && !this.#isAfterCr)
      if (endsLine) this.#line += 1
      this.#column = endsLine || sign === LF ? 1 : this.#column + 1
      this.#isAfterCr = sign === CR
    }
    return { line: this.#line, column: this.#column }
  }

  /** Call this when the first characters of the text are dropped. */
  forget(text: string, count: number): void {
    this.placeAt(text, count)
    this.#counted -= count
  }
}

const LF = '\n'.charCodeAt(0)
const CR = '\r'.charCodeAt(0)

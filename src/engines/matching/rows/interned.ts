import { itemAt } from '../../../shared/item-at.ts'
/** Reference-counted numbers for texts. A number is assigned on first use and reused once the text is released. */
export class Interned {
  readonly #numbers = new Map<string, number>()
  readonly #texts: string[] = []
  readonly #holders: number[] = []
  readonly #free: number[] = []
  /** Set while rows are saved or loaded: texts no longer in use, whose numbers no other text may get meanwhile. */
  #kept: Map<string, number> | null = null

  /** All numbers in use are below this. */
  get size(): number {
    return this.#texts.length
  }

  /** Returns the number of a text and adds a reference. */
  hold(text: string): number {
    let number = this.#numbers.get(text)
    if (number === undefined) {
      number = this.#kept?.get(text) ?? this.#free.pop() ?? this.#texts.length
      this.#kept?.delete(text)
      this.#texts[number] = text
      this.#holders[number] = 0
      this.#use(number, text)
    }
    this.#holders[number] = itemAt(this.#holders, number) + 1
    return number
  }

  /** Removes a reference. The text is dropped with its last reference. */
  release(number: number): void {
    const holders = itemAt(this.#holders, number) - 1
    this.#holders[number] = holders
    if (holders > 0) return
    this.forgotten(number)
    const text = this.textOf(number)
    this.#numbers.delete(text)
    if (this.#kept) this.#kept.set(text, number)
    else this.#giveBack(number)
  }

  /** Keeps the numbers of texts unchanged until `endSaving`, so that rows saved at different times agree. */
  startSaving(): void {
    this.#kept ??= new Map()
  }

  endSaving(): void {
    for (const number of this.#kept?.values() ?? []) this.#giveBack(number)
    this.#kept = null
  }

  /** Returns up to `count` texts by number, beginning with `first`. */
  textsFrom(first: number, count: number): string[] {
    return this.#texts.slice(first, first + count)
  }

  /** Loads saved texts, to which rows will refer. */
  loadTexts(first: number, texts: readonly string[]): void {
    this.#kept ??= new Map()
    for (const [at, text] of texts.entries()) {
      this.#texts[first + at] = text
      this.#holders[first + at] = 0
    }
  }

  /** Adds a reference to a loaded text. */
  retain(number: number): void {
    const holders = itemAt(this.#holders, number)
    if (holders === 0) {
      const text = this.textOf(number)
      this.#kept?.delete(text)
      this.#use(number, text)
    }
    this.#holders[number] = holders + 1
  }

  /** Frees the loaded texts that no row refers to. */
  endLoading(): void {
    if (this.#kept === null) return
    this.#kept = null
    for (const [number, holders] of this.#holders.entries()) if (holders === 0) this.#giveBack(number)
  }

  /** Returns the number of a text in use, or -1. */
  find(text: string): number {
    return this.#numbers.get(text) ?? -1
  }

  textOf(number: number): string {
    // Does not use `itemAt`, which is slower because it is called with arrays of many kinds, and rankings call this
    // often.
    const text = this.#texts[number]
    if (text === undefined) throw new RangeError(`no text has number ${number}`)
    return text
  }

  #use(number: number, text: string): void {
    this.#numbers.set(text, number)
    this.created(number, text)
  }

  #giveBack(number: number): void {
    this.#texts[number] = ''
    this.#free.push(number)
  }

  /** Hook for tables by number. Called when a number is assigned. */
  protected created(_number: number, _text: string): void {}

  /** Called when a number is no longer in use. */
  protected forgotten(_number: number): void {}
}

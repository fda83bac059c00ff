import { itemAt } from '../../../shared/item-at.ts'
/** Reference-counted numbers for texts. A number is assigned on first use and reused once the text is released. */
export class Interned {
  readonly #numbers = new Map<string, number>()
  readonly #texts: string[] = []
  readonly #holders: number[] = []
  readonly #free: number[] = []

  /** All numbers handed out are below this. */
  get size(): number {
    return this.#texts.length
  }

  /** Returns the number of a text and adds a reference. */
  hold(text: string): number {
    let number = this.#numbers.get(text)
    if (number === undefined) {
      number = this.#free.pop() ?? this.#texts.length
      this.#numbers.set(text, number)
      this.#texts[number] = text
      this.#holders[number] = 0
      this.created(number, text)
    }
    this.#holders[number] = itemAt(this.#holders, number) + 1
    return number
  }

  /** Removes a reference. The text is dropped with the last one. */
  release(number: number): void {
    const holders = itemAt(this.#holders, number) - 1
    this.#holders[number] = holders
    if (holders > 0) return
    this.forgotten(number)
    this.#numbers.delete(this.textOf(number))
    this.#texts[number] = ''
    this.#free.push(number)
  }

  /** The number of a text in use, else -1. */
  find(text: string): number {
    return this.#numbers.get(text) ?? -1
  }

  textOf(number: number): string {
    // Read here, not by `itemAt`, whose callers read arrays of many kinds: rankings ask for texts all the time.
    const text = this.#texts[number]
    if (text === undefined) throw new RangeError(`no text has number ${number}`)
    return text
  }

  /** Hook for tables by number: called when a number is assigned. */
  protected created(_number: number, _text: string): void {}

  /** Called when a number is no longer in use. */
  protected forgotten(_number: number): void {}
}

import { itemAt } from '../../../shared/item-at.ts'
/** Numbers for texts: handed out on first use, used again when nobody holds the text any more. */
export class Interned {
  readonly #numbers = new Map<string, number>()
  readonly #texts: string[] = []
  readonly #holders: number[] = []
  readonly #free: number[] = []

  /** All numbers handed out are below this. */
  get size(): number {
    return this.#texts.length
  }

  /** The number of a text, held once more. */
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

  /** Holds the text once less, and forgets it after the last. */
  release(number: number): void {
    const holders = itemAt(this.#holders, number) - 1
    this.#holders[number] = holders
    if (holders > 0) return
    this.forgotten(number)
    this.#numbers.delete(this.textOf(number))
    this.#texts[number] = ''
    this.#free.push(number)
  }

  /** The number of a text that somebody holds, else -1. */
  find(text: string): number {
    return this.#numbers.get(text) ?? -1
  }

  textOf(number: number): string {
    // Read here, not by `itemAt`, whose callers read arrays of many kinds: rankings ask for texts all the time.
    const text = this.#texts[number]
    if (text === undefined) throw new RangeError(`no text has the number ${number}`)
    return text
  }

  /** For tables beside the texts: called when a number is handed out. */
  protected created(_number: number, _text: string): void {}

  /** Called when nobody holds a number any more. */
  protected forgotten(_number: number): void {}
}

import { EMPTY_LIST, SlotList } from './slot-list.ts'

/** For each number of a vocabulary, the slots of the postings that have it, in ascending order. */
export class SlotLists {
  readonly #lists: (SlotList | undefined)[] = []

  add(number: number, slot: number): void {
    let list = this.#lists[number]
    if (!list) {
      list = new SlotList()
      this.#lists[number] = list
    }
    list.add(slot)
  }

  remove(number: number, slot: number): void {
    const list = this.#lists[number]
    list?.remove(slot)
    if (list?.size === 0) this.#lists[number] = undefined
  }

  slots(number: number): SlotList {
    return this.#lists[number] ?? EMPTY_LIST
  }
}

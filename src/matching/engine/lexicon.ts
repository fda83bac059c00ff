/**
 * Numbers for words, handed out on first use and taken back when the last document with the word is gone,
 * and how many documents hold each. Numbers depend on history: nothing that is shown may.
 */
export class Lexicon {
  readonly #ids = new Map<string, number>()
  readonly #words: string[] = []
  readonly #documents: number[] = []
  readonly #free: number[] = []

  /** The number of a word. */
  idOf(word: string): number {
    const known = this.#ids.get(word)
    if (known !== undefined) return known
    const id = this.#free.pop() ?? this.#words.length
    this.#ids.set(word, id)
    this.#words[id] = word
    this.#documents[id] = 0
    return id
  }

  /** All numbers handed out are below this. */
  get size(): number {
    return this.#words.length
  }

  wordOf(id: number): string {
    return this.#words[id] ?? ''
  }

  /** How many documents hold the word. */
  documents(id: number): number {
    return this.#documents[id] ?? 0
  }

  /** Counts a document in; `ids` are its distinct words. */
  addDocument(ids: Iterable<number>): void {
    for (const id of ids) this.#documents[id] = this.documents(id) + 1
  }

  /** Counts a document out, and forgets the words that no other has. */
  removeDocument(ids: Iterable<number>): void {
    for (const id of ids) {
      const left = this.documents(id) - 1
      this.#documents[id] = left
      if (left > 0) continue
      this.#ids.delete(this.wordOf(id))
      this.#words[id] = ''
      this.#free.push(id)
    }
  }
}

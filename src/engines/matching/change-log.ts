/** A ranking that is older than this many changes is computed from scratch. */
const MOST_CHANGES = 256

/** Records which postings of one side were put or removed last, by the engine's revision. */
export class ChangeLog {
  readonly #changes: { revision: number; id: string }[] = []
  /** Only changes after this revision are known. */
  #knownFrom = 0

  /** The revision of the last change. */
  get last(): number {
    return this.#changes.at(-1)?.revision ?? this.#knownFrom
  }

  /** Records that a posting was put or removed. Revisions only grow. */
  record(revision: number, id: string): void {
    this.#changes.push({ revision, id })
    if (this.#changes.length <= 2 * MOST_CHANGES) return
    this.#changes.splice(0, MOST_CHANGES)
    this.#knownFrom = this.#changes[0]?.revision ?? revision
  }

  /** Discards the log after a change that may affect the score of any pair. */
  clear(revision: number): void {
    this.#changes.length = 0
    this.#knownFrom = revision
  }

  /**
   * Returns the ids of the postings that changed after a revision, or undefined if there are too many or the log was
   * discarded since.
   */
  since(revision: number): ReadonlySet<string> | undefined {
    if (revision < this.#knownFrom) return undefined
    const first = this.#changes.findLastIndex((change) => change.revision <= revision) + 1
    if (this.#changes.length - first > MOST_CHANGES) return undefined
    return new Set(this.#changes.slice(first).map(({ id }) => id))
  }
}

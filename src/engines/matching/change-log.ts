/** So many changes of one side are remembered. A ranking that is older than these is made anew. */
const MOST_CHANGES = 256

/** Which postings of one side were put or removed last, by the revision of the engine. */
export class ChangeLog {
  readonly #changes: { revision: number; id: string }[] = []
  /** What happened before is not known. */
  #knownFrom = 0

  /** The revision of the last change. */
  get last(): number {
    return this.#changes.at(-1)?.revision ?? this.#knownFrom
  }

  /** Notes that a posting was put or removed. Revisions only grow. */
  note(revision: number, id: string): void {
    this.#changes.push({ revision, id })
    if (this.#changes.length <= 2 * MOST_CHANGES) return
    this.#changes.splice(0, MOST_CHANGES)
    this.#knownFrom = this.#changes[0]?.revision ?? revision
  }

  /** Notes that any pair may have another score. */
  forget(revision: number): void {
    this.#changes.length = 0
    this.#knownFrom = revision
  }

  /** The postings that changed behind a revision; undefined if there are too many, or if other things changed too. */
  since(revision: number): ReadonlySet<string> | undefined {
    if (revision < this.#knownFrom) return undefined
    const first = this.#changes.findLastIndex((change) => change.revision <= revision) + 1
    if (this.#changes.length - first > MOST_CHANGES) return undefined
    return new Set(this.#changes.slice(first).map(({ id }) => id))
  }
}

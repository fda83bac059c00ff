/** Columns that a sheet hides. */
export class HiddenColumns {
  readonly #ranges: { first: number; last: number }[] = []

  /** Adds the attributes of a `col` element, which counts columns from 1. */
  add({ min, max, hidden }: Readonly<Record<string, string>>): void {
    if (isTrue(hidden)) this.#ranges.push({ first: Number(min) - 1, last: Number(max) - 1 })
  }

  /** Tells whether a column, counted from 0, is hidden. */
  has(at: number): boolean {
    return this.#ranges.some(({ first, last }) => first <= at && at <= last)
  }
}

const MOST_RANGES = 10

/** Hidden rows that were skipped. */
export class HiddenRows {
  count = 0
  /** The first ranges of hidden rows. */
  readonly ranges: { first: number; last: number }[] = []
  #last = Number.NaN

  add(row: number): void {
    this.count++
    const range = this.ranges.at(-1)
    if (range && this.#last === row - 1 && range.last === this.#last) range.last = row
    else if (this.ranges.length < MOST_RANGES) this.ranges.push({ first: row, last: row })
    this.#last = row
  }

  /** Whether `ranges` covers all hidden rows. */
  get areAllNamed(): boolean {
    return this.ranges.reduce((sum, { first, last }) => sum + last - first + 1, 0) === this.count
  }
}

export function isTrue(attribute: string | undefined): boolean {
  return attribute === '1' || attribute === 'true'
}

import { setImmediate } from 'node:timers/promises'
import PQueue from 'p-queue'

/** A pair counts if one is among the other's nearest ones, up to this number … */
const NEAREST = 16
/** … and neither has more than this number of nearer ones, which limits terms that are near to everything. */
const MOST = 64
/** Maximum strength of a relation found only by similarity. Lower than the taxonomy's strength for nearly the same skill. */
const MAX_STRENGTH = 0.6
const SLICE_MS = 5
const BLOCK_VECTORS = 64

interface Neighbour {
  at: number
  cosine: number
}

export interface Relation {
  skill: string
  strength: number
}

/**
 * Finds which skills are near each other by their vectors: exact, in memory, symmetric, and independent of
 * the order in which skills were added. A skill's relations change only when `onChange` is called.
 */
export class TermNeighbours {
  readonly #minCosine: number
  readonly #onChange: () => void
  readonly #skills: string[] = []
  readonly #places = new Map<string, number>()
  /** Vectors one after the other, in blocks so that growing copies nothing. */
  readonly #blocks: Float32Array[] = []
  /** By skill: at most MOST others, nearest first, ties by skill. */
  readonly #neighbours: Neighbour[][] = []
  #dimensions = 0
  /** End of the running slice. Kept between skills, since many small ones block the event loop too. */
  #sliceEndsMs = 0
  readonly #additions = new PQueue({ concurrency: 1 })

  /** `minCosine` in [0, 1): minimum similarity of related skills. */
  constructor(options: { minCosine: number; onChange: () => void }) {
    this.#minCosine = options.minCosine
    this.#onChange = options.onChange
  }

  get size(): number {
    return this.#skills.length
  }

  /**
   * Compares a skill's vector, of length 1, with all previous ones, in slices between which the event loop
   * runs. Ignores a skill that exists already. Returns false if its dimensions differ from the others'.
   */
  add(skill: string, vector: Float32Array): Promise<boolean> {
    return this.#additions.add(() => this.#add(skill, vector))
  }

  /** Returns the related skills with a strength in (0, 0.6], strongest first. */
  relatedTo(skill: string): Relation[] {
    const place = this.#places.get(skill)
    if (place === undefined) return []
    return this.#listOf(place).flatMap(({ at, cosine }, rank) => {
      const rankThere = this.#listOf(at).findIndex((neighbour) => neighbour.at === place)
      if (rankThere < 0 || Math.min(rank, rankThere) >= NEAREST) return []
      const strength = this.#strengthOf(cosine)
      return strength > 0 ? [{ skill: this.#skillAt(at), strength }] : []
    })
  }

  async #add(skill: string, vector: Float32Array): Promise<boolean> {
    if (this.#places.has(skill)) return true
    this.#dimensions ||= vector.length
    if (vector.length !== this.#dimensions) return false
    const near = await this.#nearOf(vector)
    const place = this.#append(skill, vector)
    for (const { at, cosine } of near) {
      this.#insert(place, { at, cosine })
      this.#insert(at, { at: place, cosine })
    }
    if (near.length > 0) this.#onChange()
    return true
  }

  /** Returns all neighbours above the minimum cosine. */
  async #nearOf(vector: Float32Array): Promise<Neighbour[]> {
    const near: Neighbour[] = []
    for (let first = 0; first < this.size; first += BLOCK_VECTORS) {
      const block = this.#blocks[first / BLOCK_VECTORS]
      const last = Math.min(first + BLOCK_VECTORS, this.size)
      for (let at = first; block && at < last; at++) {
        const cosine = dotProduct(block, (at - first) * this.#dimensions, vector)
        if (cosine > this.#minCosine) near.push({ at, cosine })
      }
      await this.#endSlice()
    }
    return near
  }

  async #endSlice(): Promise<void> {
    if (performance.now() < this.#sliceEndsMs) return
    await setImmediate()
    this.#sliceEndsMs = performance.now() + SLICE_MS
  }

  #append(skill: string, vector: Float32Array): number {
    const place = this.size
    const inBlock = place % BLOCK_VECTORS
    if (inBlock === 0) this.#blocks.push(new Float32Array(BLOCK_VECTORS * this.#dimensions))
    this.#blocks.at(-1)?.set(vector, inBlock * this.#dimensions)
    this.#skills.push(skill)
    this.#neighbours.push([])
    this.#places.set(skill, place)
    return place
  }

  #insert(place: number, neighbour: Neighbour): void {
    const list = this.#listOf(place)
    let rank = list.length
    while (rank > 0 && this.#isBefore(neighbour, list[rank - 1])) rank--
    if (rank >= MOST) return
    list.splice(rank, 0, neighbour)
    if (list.length > MOST) list.pop()
  }

  #isBefore(one: Neighbour, other: Neighbour | undefined): boolean {
    if (!other) return false
    return one.cosine === other.cosine
      ? this.#skillAt(one.at) < this.#skillAt(other.at)
      : one.cosine > other.cosine
  }

  /** Scales linearly from 0 at the minimum cosine to the maximum strength at 1, in thousandths. */
  #strengthOf(cosine: number): number {
    const share = Math.min(1, (cosine - this.#minCosine) / (1 - this.#minCosine))
    return Math.round(share * MAX_STRENGTH * 1000) / 1000
  }

  #listOf(place: number): Neighbour[] {
    return this.#neighbours[place] ?? []
  }

  #skillAt(place: number): string {
    return this.#skills[place] ?? ''
  }
}

/** Multiplies a vector with the one that begins at `offset`. */
function dotProduct(vectors: Float32Array, offset: number, vector: Float32Array): number {
  let sum = 0
  for (let i = 0; i < vector.length; i++) sum += (vectors[offset + i] ?? 0) * (vector[i] ?? 0)
  return sum
}

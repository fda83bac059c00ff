import { int32At, itemAt } from '../../../shared/item-at.ts'
import { FLAGS } from '../rows/flags.ts'
import { grown } from '../rows/growing-array.ts'
import { COARSE_BITS } from './reach.ts'
import { FIT } from './traits.ts'

const BLOCK_SHIFT = 5
const BLOCK_SLOTS = 1 << BLOCK_SHIFT
/** Bits of precision that are dropped from a place. */
const FINE = (1 << COARSE_BITS) - 1
const COARSE_PLACE = ~((FINE << FIT.latitudeShift) | (FINE << FIT.longitudeShift))
const NO_PLACE = (1 << FIT.latitudeShift) - 1

/**
 * Assigns slots so that similar postings are stored together: each block of slots belongs to one cluster of kind,
 * modality and place. A ranking then skips whole blocks in which no posting can fit.
 */
export class Clusters {
  readonly #numbers = new Map<number, number>()
  /** By cluster: what all its postings have in common, as a trait `fit` with coarser places. */
  readonly #fits: number[] = []
  /** By cluster. */
  readonly #free: number[][] = []
  /** By block. */
  #clusterOfBlock = new Int32Array(0)
  #slots = 0

  /** All slots in use are below this. */
  get slots(): number {
    return this.#slots
  }

  /** Number of clusters. */
  get size(): number {
    return this.#fits.length
  }

  fit(cluster: number): number {
    return itemAt(this.#fits, cluster)
  }

  /** Returns a free slot for a posting with this `fit`. */
  take(fit: number): number {
    const key = keyOf(fit)
    let cluster = this.#numbers.get(key)
    if (cluster === undefined) {
      cluster = this.#fits.length
      this.#numbers.set(key, cluster)
      this.#fits.push(key)
      this.#free.push([])
    }
    // Cast: created with the cluster.
    const free = this.#free[cluster] as number[]
    return free.pop() ?? this.#takeBlock(cluster, free)
  }

  /** Releases a slot. */
  give(slot: number): void {
    this.#free[int32At(this.#clusterOfBlock, slot >> BLOCK_SHIFT)]?.push(slot)
  }

  /** By block (slot >> `blockShift`): its cluster. Valid until the next write. */
  get clusterOfBlock(): Int32Array {
    return this.#clusterOfBlock
  }

  #takeBlock(cluster: number, free: number[]): number {
    const first = this.#slots
    this.#slots += BLOCK_SLOTS
    this.#clusterOfBlock = grown(this.#clusterOfBlock, (first >> BLOCK_SHIFT) + 1)
    this.#clusterOfBlock[first >> BLOCK_SHIFT] = cluster
    for (let slot = first + BLOCK_SLOTS - 1; slot > first; slot--) free.push(slot)
    return first
  }
}

export const blockShift = BLOCK_SHIFT

/** Places matter even for remote offers, because hybrid needs match those nearby. */
function keyOf(fit: number): number {
  return fit & COARSE_PLACE & (FLAGS.kinds | FLAGS.modalities | FIT.wide | ~NO_PLACE)
}

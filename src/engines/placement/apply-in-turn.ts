import { BinaryHeap } from '../../shared/binary-heap.ts'
import { itemAt } from '../../shared/item-at.ts'
import type { Cohort, Pair, PlacedCandidate } from './cohort.ts'

/**
 * Finds the candidate-optimal stable placement: no candidate and organization would both prefer each other to their
 * placement, and every candidate gets the best need that they have in any stable placement. This is SPA-student, the
 * student-project allocation of Abraham, Irving and Manlove (Two algorithms for the student-project allocation problem,
 * 2007). Hospital/residents is the special case of one need per organization.
 *
 * Candidates apply in the order of their choices; if a need or organization is full, its least preferred candidate is
 * rejected. Time grows with the number of choices times the logarithm of the capacities. Unknown and closed needs, and
 * candidates that an organization does not rank, are skipped. Of equal choices the first counts as better.
 */
export function applyInTurn(cohort: Cohort, closed: ReadonlySet<string> = new Set()): Pair[] {
  const open = cohort.needs.filter(({ id }) => !closed.has(id))
  const needs = new Map(open.map((need) => [need.id, new Places(need.capacity)]))
  const organizationOf = new Map(cohort.needs.map((need) => [need.id, need.organizationId]))
  const organizations = new Map(cohort.organizations.map((one) => [one.id, new Places(one.capacity)]))
  const ranks = new Map(
    cohort.organizations.map(({ id, ranking }) => [
      id,
      new Map(ranking.map((candidate, rank) => [candidate, rank])),
    ]),
  )
  const seekers = cohort.candidates.map((candidate) => ({ candidate, next: 0 }))
  const placed = new Map<Seeker, string>()

  const free = [...seekers].reverse()
  for (let one = free.pop(); one; one = free.pop()) {
    const needId = one.candidate.choices[one.next++]
    if (needId === undefined) continue
    const organizationId = organizationOf.get(needId) ?? ''
    const need = needs.get(needId)
    const organization = organizations.get(organizationId)
    const rank = ranks.get(organizationId)?.get(one.candidate.id)
    if (!need || !organization || rank === undefined || need.refuses(rank) || organization.refuses(rank)) {
      free.push(one)
      continue
    }
    placed.set(one, needId)
    need.add(one, rank)
    organization.add(one, rank)
    const refused = need.isOver ? need.worst : organization.isOver ? organization.worst : undefined
    if (!refused) continue
    needs.get(placed.get(refused) ?? '')?.remove(refused)
    organization.remove(refused)
    placed.delete(refused)
    free.push(refused)
  }
  return seekers.flatMap((one): Pair[] => {
    const needId = placed.get(one)
    return needId === undefined ? [] : [[one.candidate.id, needId]]
  })
}

interface Seeker {
  candidate: PlacedCandidate
  /** Index of the next choice to apply for. */
  next: number
}

/** Candidates with a provisional place. The least preferred one is on top of the heap. */
class Places extends BinaryHeap {
  readonly #capacity: number
  readonly #holders: { seeker: Seeker; rank: number }[] = []
  readonly #positions = new Map<Seeker, number>()

  constructor(capacity: number) {
    super()
    this.#capacity = capacity
  }

  get isOver(): boolean {
    return this.length > this.#capacity
  }

  get worst(): Seeker | undefined {
    return this.#holders[0]?.seeker
  }

  /** Whether every place is held by a candidate of a better rank. */
  refuses(rank: number): boolean {
    const [worst] = this.#holders
    return this.#capacity === 0 || (worst !== undefined && this.length >= this.#capacity && rank > worst.rank)
  }

  add(seeker: Seeker, rank: number): void {
    this.#positions.set(seeker, this.length)
    this.#holders.push({ seeker, rank })
    this.rise(this.length - 1)
  }

  /** Removes a candidate. Throws a TypeError if they have no place here. */
  remove(seeker: Seeker): void {
    const position = this.#positions.get(seeker)
    if (position === undefined) throw new TypeError('the candidate has no place here')
    this.swap(position, this.length - 1)
    this.#holders.pop()
    this.#positions.delete(seeker)
    if (position < this.length) this.sink(this.rise(position))
  }

  protected get length(): number {
    return this.#holders.length
  }

  protected isBefore(place: number, other: number): boolean {
    return itemAt(this.#holders, place).rank > itemAt(this.#holders, other).rank
  }

  protected swap(place: number, other: number): void {
    const [below, above] = [itemAt(this.#holders, place), itemAt(this.#holders, other)]
    this.#holders[place] = above
    this.#holders[other] = below
    this.#positions.set(above.seeker, place)
    this.#positions.set(below.seeker, other)
  }
}

import { BinaryHeap } from '../../shared/binary-heap.ts'
import { itemAt } from '../../shared/item-at.ts'

/** A candidate to place, with the needs they would accept, best first. */
export interface PlacedCandidate {
  id: string
  choices: readonly string[]
}

export interface PlacedNeed {
  id: string
  /** The most candidates that it takes. */
  capacity: number
  organizationId: string
}

/** An organization with needs: the most candidates that it takes in all, and those it would take, best first. */
export interface PlacedOrganization {
  id: string
  capacity: number
  ranking: readonly string[]
}

export interface Cohort {
  candidates: readonly PlacedCandidate[]
  needs: readonly PlacedNeed[]
  organizations: readonly PlacedOrganization[]
}

/** Candidate and need. */
export type Pair = [candidateId: string, needId: string]

/**
 * The candidate-optimal stable placement: no candidate and organization would both rather have each other, and each
 * candidate has the best need that they have in any such placement. This is the student-project allocation of Abraham,
 * Irving and Manlove (Two algorithms for the student-project allocation problem, 2007, SPA-student), of which
 * hospital/residents is the case of one need an organization. Candidates ask in the order of their choices; if there are
 * too many, the least wanted is refused. Time grows with the choices, times the logarithm of a capacity. Choices that
 * name no need are skipped, and so are candidates that an organization does not rank.
 */
export function placeStable(cohort: Cohort): { pairs: Pair[] } {
  const needs = new Map(cohort.needs.map((need) => [need.id, new Places(need.capacity)]))
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
  const pairs = seekers.flatMap((one): Pair[] => {
    const needId = placed.get(one)
    return needId === undefined ? [] : [[one.candidate.id, needId]]
  })
  return { pairs }
}

interface Seeker {
  candidate: PlacedCandidate
  /** Which choice to ask for next. */
  next: number
}

/** The candidates that have a place for now, with the least wanted on top. */
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

  /** Whether there is no room for a candidate of this rank: every place is held by a better one. */
  refuses(rank: number): boolean {
    const [worst] = this.#holders
    return this.#capacity === 0 || (worst !== undefined && this.length >= this.#capacity && rank > worst.rank)
  }

  add(seeker: Seeker, rank: number): void {
    this.#positions.set(seeker, this.length)
    this.#holders.push({ seeker, rank })
    this.rise(this.length - 1)
  }

  /** Throws a TypeError for a candidate who has no place here. */
  remove(seeker: Seeker): void {
    const position = this.#positions.get(seeker)
    if (position === undefined) throw new TypeError('only a candidate with a place can leave it')
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

/** Who is to be placed, and where they would go, best first. */
export interface PlacedCandidate {
  id: string
  choices: readonly string[]
}

export interface PlacedNeed {
  id: string
  /** How many it takes. */
  capacity: number
  organizationId: string
}

/** Who offers the needs: how many it takes in all, and whom, best first. Who is not in the ranking is not wanted. */
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
 * hospital/residents is the case of one need an organization. Candidates ask in the order of their choices; whoever is
 * too many is refused, the least wanted first. Time grows with the choices, times the logarithm of a capacity. Choices
 * that name no need, and candidates that an organization does not rank, are passed by.
 */
export function placeStable(cohort: Cohort): { pairs: Pair[] } {
  const needs = new Map(cohort.needs.map((need) => [need.id, new Taken(need.capacity)]))
  const organizationOf = new Map(cohort.needs.map((need) => [need.id, need.organizationId]))
  const organizations = new Map(cohort.organizations.map((one) => [one.id, new Taken(one.capacity)]))
  const ranks = new Map(
    cohort.organizations.map(({ id, ranking }) => [
      id,
      new Map(ranking.map((candidate, rank) => [candidate, rank])),
    ]),
  )
  const asking = cohort.candidates.map((candidate) => ({ candidate, next: 0 }))
  const placed = new Map<Asking, string>()

  const free = [...asking].reverse()
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
  const pairs = asking.flatMap((one): Pair[] => {
    const needId = placed.get(one)
    return needId === undefined ? [] : [[one.candidate.id, needId]]
  })
  return { pairs }
}

interface Asking {
  candidate: PlacedCandidate
  /** Which choice to ask for next. */
  next: number
}

/** Those that have a place for now, the least wanted at hand: a binary heap in which each knows its place. */
class Taken {
  readonly #capacity: number
  readonly #heap: { one: Asking; rank: number }[] = []
  readonly #places = new Map<Asking, number>()

  constructor(capacity: number) {
    this.#capacity = capacity
  }

  get isOver(): boolean {
    return this.#heap.length > this.#capacity
  }

  get worst(): Asking | undefined {
    return this.#heap[0]?.one
  }

  /** Whether there is no room for somebody of this rank: full of better ones. */
  refuses(rank: number): boolean {
    return this.#capacity === 0 || (this.#heap.length >= this.#capacity && rank > (this.#heap[0]?.rank ?? 0))
  }

  add(one: Asking, rank: number): void {
    this.#heap.push({ one, rank })
    this.#places.set(one, this.#heap.length - 1)
    this.#rise(this.#heap.length - 1)
  }

  remove(one: Asking): void {
    const place = this.#places.get(one)
    const last = this.#heap.pop()
    if (place === undefined || !last) throw new TypeError('nobody leaves a place that they do not have')
    this.#places.delete(one)
    if (last.one === one) return
    this.#heap[place] = last
    this.#places.set(last.one, place)
    this.#rise(place)
    this.#sink(this.#places.get(last.one) ?? place)
  }

  #rise(from: number): void {
    for (let at = from; at > 0; at = (at - 1) >> 1) if (!this.#swapIfWorse(at, (at - 1) >> 1)) return
  }

  #sink(from: number): void {
    for (let at = from; ; ) {
      const left = 2 * at + 1
      const worse = this.#rankAt(left + 1) > this.#rankAt(left) ? left + 1 : left
      if (worse >= this.#heap.length || !this.#swapIfWorse(worse, at)) return
      at = worse
    }
  }

  #rankAt(at: number): number {
    return this.#heap[at]?.rank ?? -1
  }

  #swapIfWorse(lower: number, upper: number): boolean {
    const [below, above] = [this.#heap[lower], this.#heap[upper]]
    if (!below || !above || below.rank <= above.rank) return false
    this.#heap[lower] = above
    this.#heap[upper] = below
    this.#places.set(above.one, lower)
    this.#places.set(below.one, upper)
    return true
  }
}

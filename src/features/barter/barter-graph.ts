import { isSandbox, type PartnerId } from '../../shared/ids.ts'
import type { MatchNeed, MatchOffer, PartyId, PostingParty } from '../matches/index.ts'
import type {
  BarterEngine,
  BarterPosting,
  BarterPostingId,
  Giving,
  SavedPosting,
  Wanting,
} from './barter-ids.ts'
import { BarterParties, type BarterSide } from './barter-parties.ts'
import { givenBy, IN_RETURN, wantedBy } from './barter-postings.ts'

/** Something that one party can give another. `givesId` and `toId` are ids of needs or offers. */
export interface Edge {
  from: PartyId
  to: PartyId
  givesId: BarterPostingId
  toId: BarterPostingId
  score: number
}

/** Most edges per given posting, best first. */
const MOST_EDGES = 50
/** Two readings of the same clock differ by less than this. */
const SAME_TIME_MS = 1000

/**
 * A graph of what parties can give each other in barter, ranked by a separate engine. Given postings are barter offers and
 * what needs give in return; wanted postings are needs that accept barter and what barter offers want in return. In a ring
 * the return comes from somebody else, so pairs are ranked as if the return always fits. Edges are ranked on demand and
 * cached; a change only ranks what has changed.
 */
export class BarterGraph {
  readonly #engine: BarterEngine
  readonly #clock: () => Date
  readonly #minScore: number
  // The engine has the data to compare, so whole postings are not kept here.
  readonly #parties = new BarterParties()
  /** Scores of the wanted postings for each given posting that was ranked. */
  readonly #ranked = new Map<BarterPostingId, Map<BarterPostingId, number>>()
  /** The reverse: for each wanted id, the given ids whose lists contain it. */
  readonly #rankedFor = new Map<string, Set<BarterPostingId>>()
  /** Wanted postings added since the last update of the lists above. */
  readonly #newlyWanted = new Set<BarterPostingId>()
  /** How far sandboxes are ahead of real time. A sandbox's postings meet only each other, so a ranking has a single time. */
  readonly #aheadMs = new Map<PartnerId, number>()

  constructor(deps: { engine: BarterEngine; clock: () => Date; minScore: number }) {
    this.#engine = deps.engine
    this.#clock = deps.clock
    this.#minScore = deps.minScore
  }

  putNeed(need: MatchNeed & PostingParty): void {
    this.removeNeed(need.id)
    if (!need.accepts.includes('barter')) return
    this.#putWanting({ ...need, accepts: ['barter'], gives: [IN_RETURN], declinedOfferIds: [] })
    if (need.gives.length > 0) this.#putGiving(givenBy(need))
  }

  putOffer(offer: MatchOffer & PostingParty): void {
    this.removeOffer(offer.id)
    if (offer.terms.kind !== 'barter') return
    this.#putGiving({ ...offer, terms: { kind: 'barter', wants: [IN_RETURN] } })
    this.#putWanting(wantedBy(offer, offer.terms.wants))
  }

  removeNeed(id: BarterPostingId): void {
    this.#remove(id)
  }

  removeOffer(id: BarterPostingId): void {
    this.#remove(id)
  }

  /**
   * Ranks a sandbox's postings at its own time from now on, and ranks again what was ranked at another time. Other partners
   * always have real time.
   */
  setTime(partnerId: PartnerId, now: Date): void {
    if (!isSandbox(partnerId)) return
    const aheadMs = now.getTime() - this.#clock().getTime()
    const isKnown = Math.abs(aheadMs - (this.#aheadMs.get(partnerId) ?? 0)) < SAME_TIME_MS
    if (isKnown) return
    this.#aheadMs.set(partnerId, aheadMs)
    for (const id of this.#ranked.keys()) if (this.partnerOf(id) === partnerId) this.#forgetRanked(id)
  }

  /** Returns the party of a need or an offer; undefined if it takes no part in barter now. */
  partyOf(id: string): PartyId | undefined {
    return this.#parties.get(id)?.partyId
  }

  partnerOf(id: string): PartnerId | undefined {
    return this.#parties.get(id)?.partnerId
  }

  /**
   * Tells whether every partner of these edges may see all of them. The gates ensure this for neighbours, but a ring of four
   * shows each party two others.
   */
  isOpenToAll(edges: readonly Edge[]): boolean {
    const postings = edges.flatMap(({ givesId, toId }) => [this.#given(givesId), this.#wanted(toId)])
    const partners = new Set(postings.map((posting) => posting?.partnerId))
    return partners.size === 1 || postings.every((posting) => posting?.visibility === 'network')
  }

  /** Returns the current edge between these postings; null if a gate blocks it. */
  edgeBetween(givesId: BarterPostingId, toId: BarterPostingId): Edge | null {
    if (!this.#parties.has(givesId, 'gives') || !this.#parties.has(toId, 'wants')) return null
    const [ranked] = this.#engine.rankNeedsFor(givesId, {
      ...this.#optionsFor(givesId),
      limit: 1,
      among: [toId],
    })
    return ranked ? this.#edge(givesId, toId, ranked.score) : null
  }

  isForNetwork(id: string): boolean {
    const posting = this.#parties.get(id)
    return posting?.visibility === 'network' && !isSandbox(posting.partnerId)
  }

  get parties(): string[] {
    return this.#parties.parties()
  }

  /** Yields after each given posting. Returns what a party can give to others: the best edge for each other party. */
  *outOf(party: string): Generator<void, Edge[]> {
    yield* this.#rankNewlyWanted()
    const best = new BestEdges()
    for (const givesId of this.#parties.postingsOf(party, 'gives')) {
      for (const [toId, score] of this.#scoresOf(givesId)) best.add(this.#edge(givesId, toId, score))
      yield
    }
    return best.edges
  }

  /**
   * Yields after each wanted posting. Returns what a party can get from others, for everything it wants or only for one
   * posting.
   */
  *into(party: string, only?: string): Generator<void, Edge[]> {
    yield* this.#rankNewlyWanted()
    const best = new BestEdges()
    for (const toId of this.#parties.postingsOf(party, 'wants')) {
      if (only !== undefined && toId !== only) continue
      for (const { offerId, score } of this.#givers(toId)) best.add(this.#edge(offerId, toId, score))
      yield
    }
    return best.edges
  }

  /** Yields the data that is kept besides the engine. May be read while the graph changes: see `SavableEngine.save`. */
  *postings(): Generator<SavedPosting, void> {
    for (const id of this.#parties.all()) {
      const posting = this.#parties.get(id)
      if (!posting) continue
      if (this.#parties.has(id, 'gives')) yield { id, isGiven: true, posting }
      if (this.#parties.has(id, 'wants')) yield { id, isGiven: false, posting }
    }
  }

  /** Loads a saved posting, which the engine already has. One that changed while it was saved occurs twice. */
  load({ id, isGiven, posting }: SavedPosting): void {
    this.#store(id, isGiven ? 'gives' : 'wants', posting)
  }

  /** Removes all postings. The engine is cleared separately. */
  clear(): void {
    for (const known of [this.#parties, this.#ranked, this.#rankedFor, this.#newlyWanted]) known.clear()
  }

  #edge(givesId: BarterPostingId, toId: BarterPostingId, score: number): Edge | null {
    const giving = this.#given(givesId)
    const wanting = this.#wanted(toId)
    if (!giving || !wanting || giving.partyId === wanting.partyId || isBlocked(giving, wanting)) return null
    return { from: giving.partyId, to: wanting.partyId, givesId, toId, score }
  }

  #given(id: string): BarterPosting | undefined {
    return this.#parties.has(id, 'gives') ? this.#parties.get(id) : undefined
  }

  #wanted(id: string): BarterPosting | undefined {
    return this.#parties.has(id, 'wants') ? this.#parties.get(id) : undefined
  }

  #putGiving(giving: Giving): void {
    this.#engine.putOffer(giving)
    this.#store(giving.id, 'gives', giving)
  }

  #putWanting(wanting: Wanting): void {
    this.#engine.putNeed(wanting)
    this.#store(wanting.id, 'wants', wanting)
  }

  #store(id: BarterPostingId, side: BarterSide, posting: BarterPosting): void {
    this.#parties.put(id, side, posting)
    // While nothing is ranked there are no lists to add it to.
    if (side === 'wants' && this.#ranked.size > 0) this.#newlyWanted.add(id)
  }

  #remove(id: BarterPostingId): void {
    // Also if it is unknown here: a graph saved during the removal may have left its row.
    this.#engine.removeOffer(id)
    this.#engine.removeNeed(id)
    this.#parties.remove(id)
    this.#forgetRanked(id)
    for (const givesId of this.#rankedFor.get(id) ?? []) this.#ranked.get(givesId)?.delete(id)
    this.#rankedFor.delete(id)
    this.#newlyWanted.delete(id)
  }

  #forgetRanked(givesId: BarterPostingId): void {
    for (const toId of this.#ranked.get(givesId)?.keys() ?? []) this.#rankedFor.get(toId)?.delete(givesId)
    this.#ranked.delete(givesId)
  }

  #scoresOf(givesId: BarterPostingId): Map<BarterPostingId, number> {
    const known = this.#ranked.get(givesId)
    if (known) return known
    const ranked = this.#parties.has(givesId, 'gives')
      ? this.#engine.rankNeedsFor(givesId, this.#optionsFor(givesId))
      : []
    const scores = new Map<BarterPostingId, number>()
    this.#ranked.set(givesId, scores)
    for (const { needId, score } of ranked) this.#storeScore(givesId, needId, score)
    return scores
  }

  #storeScore(givesId: BarterPostingId, toId: BarterPostingId, score: number): void {
    this.#ranked.get(givesId)?.set(toId, score)
    const lists = this.#rankedFor.get(toId) ?? new Set<BarterPostingId>()
    this.#rankedFor.set(toId, lists.add(givesId))
  }

  #givers(toId: BarterPostingId) {
    return this.#parties.has(toId, 'wants') ? this.#engine.rankOffersFor(toId, this.#optionsFor(toId)) : []
  }

  /** Adds newly wanted postings to the lists that were ranked before. */
  *#rankNewlyWanted(): Generator<void, void> {
    for (const toId of this.#newlyWanted) {
      for (const { offerId, score } of this.#ranked.size === 0 ? [] : this.#givers(toId))
        if (this.#ranked.has(offerId)) this.#storeScore(offerId, toId, score)
      this.#newlyWanted.delete(toId)
      yield
    }
  }

  #optionsFor(id: BarterPostingId) {
    const partnerId = this.partnerOf(id)
    const aheadMs = partnerId === undefined ? 0 : (this.#aheadMs.get(partnerId) ?? 0)
    return { limit: MOST_EDGES, asOfMs: this.#clock().getTime() + aheadMs, minScore: this.#minScore }
  }
}

/**
 * Tells whether one party blocks the other. The engine's gates know only the side that a posting names, not the party's
 * other record.
 */
function isBlocked(a: PostingParty, b: PostingParty): boolean {
  return (
    a.partyBlocks.some((id) => b.partyIds.includes(id)) || b.partyBlocks.some((id) => a.partyIds.includes(id))
  )
}

/** Keeps the best edge for each pair of parties. Ties are broken by id. */
class BestEdges {
  readonly #byPair = new Map<string, Edge>()

  add(edge: Edge | null): void {
    if (!edge) return
    const pair = `${edge.from} ${edge.to}`
    const before = this.#byPair.get(pair)
    if (!before || isBetter(edge, before)) this.#byPair.set(pair, edge)
  }

  get edges(): Edge[] {
    return [...this.#byPair.values()].sort((a, b) => (isBetter(a, b) ? -1 : 1))
  }
}

function isBetter(a: Edge, b: Edge): boolean {
  if (a.score !== b.score) return a.score > b.score
  return `${a.givesId} ${a.toId}` < `${b.givesId} ${b.toId}`
}

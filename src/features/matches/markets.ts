import type {
  Engine,
  EngineIds,
  MarketNeed,
  MarketOffer,
  Model,
  SavableEngine,
  SavedPart,
} from '../../engines/matching/index.ts'
import { isSandbox, type PartnerId } from '../../shared/ids.ts'

/** A part of a saved market: of the market of all partners (''), or of the sandbox with this id. */
export interface MarketPart extends SavedPart {
  market: PartnerId | ''
}

/** What the barter graph stores of its postings besides their markets. */
export interface PartiesPart {
  market: ''
  kind: 'parties'
  bytes: Uint8Array
}

/** Markets, with what belongs to them, that can be saved in parts (see `SavableEngine`). */
export interface SavableIndex<Part> {
  save(): Generator<Part, void>
  loadInSteps(part: Part): Generator<void, void>
  endLoading(): void
  /** Empties all markets. */
  clear(): void
}

export type SavableMarkets = SavableIndex<MarketPart>
export type SavableBarter = SavableIndex<MarketPart | PartiesPart>

/**
 * Creates one engine for the market of all partners and one for each sandbox, so that test data matches no real posting
 * and affects only its own statistics. Each posting belongs to the market of its partner.
 */
export function createMarkets<Ids extends EngineIds & { partner: PartnerId }>(
  newEngine: () => SavableEngine<Ids>,
): Engine<Ids> & SavableMarkets {
  let shared = newEngine()
  const sandboxes = new Map<PartnerId, SavableEngine<Ids>>()
  /** The engine of each sandbox posting, by id. */
  const homes = new Map<string, SavableEngine<Ids>>()
  let model: Model | null = null

  function engineOf({ partnerId }: { partnerId: PartnerId }): SavableEngine<Ids> {
    if (!isSandbox(partnerId)) return shared
    const engine = sandboxes.get(partnerId) ?? newEngine()
    if (!sandboxes.has(partnerId) && model) engine.useModel(model)
    sandboxes.set(partnerId, engine)
    return engine
  }

  function put(
    posting: MarketNeed<Ids> | MarketOffer<Ids>,
    into: (engine: SavableEngine<Ids>) => void,
  ): void {
    const engine = engineOf(posting)
    if (engine !== shared) homes.set(posting.id, engine)
    into(engine)
  }

  function remove(id: string, from: (engine: SavableEngine<Ids>) => void): void {
    const engine = homes.get(id) ?? shared
    from(engine)
    // In barter one id is both a need and an offer, which are removed one after the other.
    if (engine.partnerOfNeed(id) === undefined && engine.partnerOfOffer(id) === undefined) homes.delete(id)
    if (engine === shared || engine.size.needs + engine.size.offers > 0) return
    for (const [partnerId, one] of sandboxes) if (one === engine) sandboxes.delete(partnerId)
  }

  return {
    *save() {
      for (const [market, engine] of [['', shared] as const, ...sandboxes])
        for (const part of engine.save()) yield { market, ...part }
    },
    *loadInSteps(part) {
      const { market } = part
      if (market === '') return yield* shared.loadInSteps(part)
      const engine = engineOf({ partnerId: market })
      yield* engine.loadInSteps(part, (id) => homes.set(id, engine))
    },
    endLoading() {
      for (const engine of [shared, ...sandboxes.values()]) engine.endLoading()
    },
    clear() {
      sandboxes.clear()
      homes.clear()
      shared = newEngine()
      if (model) shared.useModel(model)
    },
    putNeed: (need) => put(need, (engine) => engine.putNeed(need)),
    putOffer: (offer) => put(offer, (engine) => engine.putOffer(offer)),
    removeNeed: (id) => remove(id, (engine) => engine.removeNeed(id)),
    removeOffer: (id) => remove(id, (engine) => engine.removeOffer(id)),
    rankOffers: (need, options) => engineOf(need).rankOffers(need, options),
    rankNeeds: (offer, options) => engineOf(offer).rankNeeds(offer, options),
    rankOffersFor: (id, options) => (homes.get(id) ?? shared).rankOffersFor(id, options),
    rankNeedsFor: (id, options) => (homes.get(id) ?? shared).rankNeedsFor(id, options),
    rankOffersInSteps: (need, options) => engineOf(need).rankOffersInSteps(need, options),
    rankOffersAgainInSteps: (need, ...asked) => engineOf(need).rankOffersAgainInSteps(need, ...asked),
    isCurrent: (need, standing) => engineOf(need).isCurrent(need, standing),
    statisticsOf: (need, asOfMs) => engineOf(need).statisticsOf(need, asOfMs),
    rankNeedsInSteps: (offer, options) => engineOf(offer).rankNeedsInSteps(offer, options),
    blockedOffersInSteps: (need, options) => engineOf(need).blockedOffersInSteps(need, options),
    blockedNeedsInSteps: (offer, options) => engineOf(offer).blockedNeedsInSteps(offer, options),
    explain: (need, offer, asOfMs) => engineOf(need).explain(need, offer, asOfMs),
    explainOffersInSteps: (need, ...asked) => engineOf(need).explainOffersInSteps(need, ...asked),
    explainNeedsInSteps: (offer, ...asked) => engineOf(offer).explainNeedsInSteps(offer, ...asked),
    useModel(used) {
      model = used
      for (const engine of [shared, ...sandboxes.values()]) engine.useModel(used)
    },
    relationsChanged() {
      for (const engine of [shared, ...sandboxes.values()]) engine.relationsChanged()
    },
    partnerOfNeed: (id) => (homes.get(id) ?? shared).partnerOfNeed(id),
    partnerOfOffer: (id) => (homes.get(id) ?? shared).partnerOfOffer(id),
    get size() {
      return shared.size
    },
  }
}

/**
 * Returns whether a partner may see a posting: its own in any state, and others' if they are open and visible to the
 * network.
 */
export function canSee(
  partnerId: PartnerId,
  posted: { partnerId: PartnerId; visibility: string; status: string },
): boolean {
  if (posted.partnerId === partnerId) return true
  // A sandbox neither sees others nor is seen.
  if (isSandbox(posted.partnerId) || isSandbox(partnerId)) return false
  return posted.visibility === 'network' && posted.status === 'open'
}

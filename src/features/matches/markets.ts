import type { Engine, EngineIds, MarketNeed, MarketOffer, Model } from '../../engines/matching/index.ts'
import { isSandbox, type PartnerId } from '../../shared/ids.ts'

/**
 * One engine for the market of all partners, and one for each sandbox, so that test data meets no real posting and counts
 * in no statistics but its own. Each posting belongs to the market of its partner.
 */
export function createMarkets<Ids extends EngineIds & { partner: PartnerId }>(
  newEngine: () => Engine<Ids>,
): Engine<Ids> {
  const shared = newEngine()
  const sandboxes = new Map<string, Engine<Ids>>()
  /** The engine of each posting of a sandbox. */
  const homes = new Map<string, Engine<Ids>>()
  let model: Model | null = null
  /** Of sandboxes that are empty again. */
  let endedRevisions = 0

  function engineOf({ partnerId }: { partnerId: Ids['partner'] }): Engine<Ids> {
    if (!isSandbox(partnerId)) return shared
    const engine = sandboxes.get(partnerId) ?? newEngine()
    if (!sandboxes.has(partnerId) && model) engine.useModel(model)
    sandboxes.set(partnerId, engine)
    return engine
  }

  function put(posting: MarketNeed<Ids> | MarketOffer<Ids>, into: (engine: Engine<Ids>) => void): void {
    const engine = engineOf(posting)
    if (engine !== shared) homes.set(posting.id, engine)
    into(engine)
  }

  function remove(id: string, from: (engine: Engine<Ids>) => void): void {
    const engine = homes.get(id) ?? shared
    from(engine)
    homes.delete(id)
    if (engine === shared || engine.size.needs + engine.size.offers > 0) return
    for (const [partnerId, one] of sandboxes) if (one === engine) end(partnerId, one)
  }

  function end(partnerId: string, engine: Engine<Ids>): void {
    sandboxes.delete(partnerId)
    endedRevisions += engine.revision
  }

  return {
    putNeed: (need) => put(need, (engine) => engine.putNeed(need)),
    putOffer: (offer) => put(offer, (engine) => engine.putOffer(offer)),
    removeNeed: (id) => remove(id, (engine) => engine.removeNeed(id)),
    removeOffer: (id) => remove(id, (engine) => engine.removeOffer(id)),
    rankOffers: (need, options) => engineOf(need).rankOffers(need, options),
    rankNeeds: (offer, options) => engineOf(offer).rankNeeds(offer, options),
    rankOffersFor: (id, options) => (homes.get(id) ?? shared).rankOffersFor(id, options),
    rankNeedsFor: (id, options) => (homes.get(id) ?? shared).rankNeedsFor(id, options),
    rankOffersInSteps: (need, options) => engineOf(need).rankOffersInSteps(need, options),
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
    get revision() {
      let sum = endedRevisions
      for (const engine of [shared, ...sandboxes.values()]) sum += engine.revision
      return sum
    },
    get size() {
      return shared.size
    },
  }
}

/** Whether a partner may see a posting: its own in any state, those of others if they are open to the network. */
export function canSee(
  partnerId: PartnerId,
  posted: { partnerId: PartnerId; visibility: string; status: string },
): boolean {
  if (posted.partnerId === partnerId) return true
  // A sandbox neither sees others nor is seen.
  if (isSandbox(posted.partnerId) || isSandbox(partnerId)) return false
  return posted.visibility === 'network' && posted.status === 'open'
}

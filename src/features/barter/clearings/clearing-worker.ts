import { type Clearing, clearRings, type RingMarket } from '../../../engines/clearing/index.ts'

/** Clears a market, in a thread of its own: it takes longer than an event loop may be held. */
export function clearMarket(market: RingMarket): Clearing {
  return clearRings(market)
}

import type { Clock } from '../../shared/clock.ts'
import type { PartnerId } from '../../shared/ids.ts'
import { runSliced } from '../../shared/sliced-work.ts'
import type { FairQueue, PartyId } from '../matches/index.ts'
import type { BarterGraph, Edge } from './barter-graph.ts'
import type { BarterPostingId } from './barter-ids.ts'

/** Reads the barter graph in turns with the writes that change the index. */
export interface BarterMarket extends BarterReader {
  /** Returns a reader that works for a partner, at the partner's time. Otherwise the work belongs to the service. */
  of(partnerId: PartnerId, clock: Clock): BarterReader
  /** See `BarterGraph`. */
  setTime(partnerId: PartnerId, now: Date): void
}

export interface BarterReader {
  partyOf(id: BarterPostingId): PartyId | undefined
  partnerOf(id: BarterPostingId): PartnerId | undefined
  parties(): string[]
  isForNetwork(id: string): boolean
  outOf(party: string): Promise<Edge[]>
  into(party: string, only?: string): Promise<Edge[]>
  /** See `BarterGraph`. */
  isOpenToAll(edges: readonly Edge[]): boolean
  /** Returns the edge between two postings, or null if something keeps them apart. */
  edgeBetween(givesId: BarterPostingId, toId: BarterPostingId): Promise<Edge | null>
}

export function createBarterMarket(graph: BarterGraph, engineQueue: FairQueue): BarterMarket {
  const readerOf = (run: FairQueue['run']): BarterReader => ({
    partyOf: (id) => graph.partyOf(id),
    partnerOf: (id) => graph.partnerOf(id),
    parties: () => graph.parties,
    isForNetwork: (id) => graph.isForNetwork(id),
    isOpenToAll: (edges) => graph.isOpenToAll(edges),
    outOf: (party) => run(() => runSliced(graph.outOf(party))),
    into: (party, only) => run(() => runSliced(graph.into(party, only))),
    edgeBetween: (givesId, toId) => run(() => graph.edgeBetween(givesId, toId)),
  })
  return {
    ...readerOf(engineQueue.run),
    setTime: (partnerId, now) => graph.setTime(partnerId, now),
    of(partnerId, clock) {
      graph.setTime(partnerId, clock())
      return readerOf((work) => engineQueue.runFor(partnerId, work))
    },
  }
}

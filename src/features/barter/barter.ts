import type { PartnerId } from '../../shared/ids.ts'
import { inSteps } from '../../shared/in-steps.ts'
import type { PartyId, Turns } from '../matches/index.ts'
import type { BarterGraph, Edge } from './barter-graph.ts'
import type { BarterPostingId } from './barter-ids.ts'

/** The barter graph as it is asked by others: in turns with all that changes the index. */
export interface Barter {
  partyOf(id: BarterPostingId): PartyId | undefined
  partnerOf(id: BarterPostingId): PartnerId | undefined
  parties(): string[]
  isForNetwork(id: string): boolean
  outOf(party: string): Promise<Edge[]>
  into(party: string, only?: string): Promise<Edge[]>
  /** See `BarterGraph`. */
  isOpenToAll(edges: readonly Edge[]): boolean
  /** What giving this for that is worth now; null where something keeps the two apart. */
  edgeBetween(givesId: BarterPostingId, toId: BarterPostingId): Promise<Edge | null>
}

export function createBarter(graph: BarterGraph, turns: Turns): Barter {
  return {
    partyOf: (id) => graph.partyOf(id),
    partnerOf: (id) => graph.partnerOf(id),
    parties: () => graph.parties,
    isForNetwork: (id) => graph.isForNetwork(id),
    isOpenToAll: (edges) => graph.isOpenToAll(edges),
    outOf: (party) => turns.take(() => inSteps(graph.outOf(party))),
    into: (party, only) => turns.take(() => inSteps(graph.into(party, only))),
    edgeBetween: (givesId, toId) => turns.take(() => graph.edgeBetween(givesId, toId)),
  }
}

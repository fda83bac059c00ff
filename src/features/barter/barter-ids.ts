import type { Engine, MarketNeed, MarketOffer } from '../../engines/matching/index.ts'
import type { NeedId, OfferId, PartnerId } from '../../shared/ids.ts'
import type { PartyId, PostingParty } from '../matches/index.ts'

/** In barter a need also gives and an offer also wants, so each is both a need and an offer to the engine. */
export type BarterPostingId = NeedId | OfferId

export interface BarterIds {
  need: BarterPostingId
  offer: BarterPostingId
  partner: PartnerId
  organization: PartyId
  helper: PartyId
}

export type BarterEngine = Engine<BarterIds>
/** Something that a party wants, as a need. */
export type Wanting = MarketNeed<BarterIds> & PostingParty
/** Something that a party gives, as an offer. */
export type Giving = MarketOffer<BarterIds> & PostingParty
/** Data about either that is kept besides the engine. */
export type BarterPosting = PostingParty & Pick<Giving, 'partnerId' | 'visibility'>

/** The same data as it is saved. */
export interface SavedPosting {
  id: BarterPostingId
  isGiven: boolean
  posting: BarterPosting
}

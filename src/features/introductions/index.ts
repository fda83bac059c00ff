export type { AcceptPorts } from './answer.ts'
export { partyExpansions } from './expansions.ts'
export { expireIntroductions } from './expire.ts'
export { type ExpiryBounds, expiryOf } from './expiry.ts'
export type { ExplainedPair, PairFactors, Proposal } from './explained-pair.ts'
export { isFilledWith } from './introduced-sessions.ts'
export { type IntroductionListPorts, introductionList } from './introduction-list.ts'
export { createIntroductionsRepository } from './introductions.repository.ts'
export { registerIntroductionsRoutes } from './introductions.routes.ts'
export {
  declineInput,
  declineReasons,
  type Introduction,
  introduction,
  ownMetadataShown,
  type ProposalShown,
  partiesShown,
  proposalField,
  proposeInput,
} from './introductions.schemas.ts'
export {
  type AcceptedIntroduction,
  type IntroductionRow,
  introductions,
  type Side,
  sides,
  twoSidedColumns,
} from './introductions.table.ts'
export { createIntroductions, type Introductions } from './introductions.ts'
export type { OfferOfHelper } from './join-offers.repository.ts'
export { joinOffers } from './join-offers.ts'
export {
  isOfJoined,
  type JoinedParties,
  joinedColumn,
  type PartyPair,
} from './join-parties.repository.ts'
export {
  fieldOfParty,
  findOpenOrAcceptedBetween,
  joinIntroductions,
  lockIntroductions,
} from './join-parties.ts'
export { newIntroduction } from './new-introduction.ts'
export {
  METADATA_NOTE,
  type MetadataPatch,
  metadataPatch,
  ownMetadata,
  patchedMetadata,
} from './own-metadata.ts'
export { introductionsOfPartner } from './partner-rows.ts'
export { ownPartyIds, PARTY_COLUMNS, PARTY_NOTE, pairsCell, partyCells } from './party-columns.ts'
export { type ProposalLimits, requireBelow } from './proposal-limits.ts'
export type { Counted } from './proposals.repository.ts'
export { createPropose, type ProposePorts } from './propose.ts'
export { type RelatedPorts, relatedParties } from './related-filters.ts'
export { type AgreedHours, requireCapacity } from './require-capacity.ts'
export { requireGuardianConsent } from './require-guardian-consent.ts'
export {
  createSandboxIntroductionsRepository,
  type WaitingIntroduction,
} from './sandbox-introductions.repository.ts'
export { showIntroduction, showProposal } from './show-introduction.ts'
export {
  idsOfSides,
  notifyIntroduction,
  notifyReranked,
  otherSide,
  partnersOf,
  partyOf,
  sidesOf,
} from './sides.ts'
export { boundedDealings, isOfParties, lockTrackRecords, type Party } from './track-records.repository.ts'
export { trackRecords } from './track-records.table.ts'
export {
  countTwoSided,
  isParty,
  listTwoSided,
  partyFilters,
  type TwoSidedList,
} from './two-sided.repository.ts'
export { withdrawOffers } from './withdraw-offers.ts'

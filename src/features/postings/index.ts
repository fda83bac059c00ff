export {
  AGES_DISAGREE,
  type AgeBand,
  ageBand,
  ageBands,
  agesAgree,
  allRequirements,
  guardianConsent,
  guardianConsentShown,
  lacksGuardianConsent,
  minorBands,
  requirementsMet,
} from './ages.ts'
export {
  createCapacityRepository,
  hoursLeft,
  promisedSessions,
  takenOfNeed,
  type WorkUnderWay,
} from './capacity.repository.ts'
export { hoursOffered, positionsLeft, type SessionLeft, sessionsLeft, type TakenOfNeed } from './capacity.ts'
export { showContact, showLocation } from './contact-and-location.ts'
export {
  dayRanges,
  dayRangesShown,
  presenceInput,
  presenceShown,
  readDays,
  type StoredDays,
} from './day-ranges.ts'
export { expandHelper, expandOrganization } from './expansions.ts'
export { fewOfEach, foldInDatabase } from './few-of-each.repository.ts'
export { givenNeeds, givenOffers, inNeedOrder, inOfferOrder } from './given-postings.repository.ts'
export { countExpiringCredentials, listExpiringCredentials } from './helpers/expiring-credentials.ts'
export { helperList } from './helpers/helpers.list.ts'
export { helperColumns, helperPosting, showHelper } from './helpers/helpers.posting.ts'
export { createHelpersRepository } from './helpers/helpers.repository.ts'
export { registerHelpersRoutes } from './helpers/helpers.routes.ts'
export { type HelperInput, helper, helperInput, helperKind } from './helpers/helpers.schemas.ts'
export { type HelperRow, helpers } from './helpers/helpers.table.ts'
export { remindCredentials } from './helpers/remind-credentials.ts'
export { asOthersSee, shownName } from './helpers/shown-name.ts'
export { createLikeSearch, type LikeRecord, type LikeSearch } from './like-search.repository.ts'
export { externalField, type Merge, type Merged } from './merge-many.ts'
export { mergePatch } from './merge-patch.ts'
export {
  findMergedFaults,
  findMergedOrganizations,
  missingRecord,
  missingReference,
} from './merging/explain-merged.ts'
export { createJoinHelperRepository } from './merging/join-helper.repository.ts'
export { joinHelperReferences } from './merging/join-helper-references.ts'
export { createJoinOrganizationRepository } from './merging/join-organization.repository.ts'
export { isOfRecord, keptId } from './merging/kept-record.repository.ts'
export { mergeAnswerFields, mergeInputOf } from './merging/merge.schemas.ts'
export { type MergedField, unionOf } from './merging/merge-fields.ts'
export { createMergeRecords, mergeBlocked, type RecordPair } from './merging/merge-records.ts'
export { createMergedRecordsRepository, type MergedRecord } from './merging/merged-records.repository.ts'
export { mergedRecords } from './merging/merged-records.table.ts'
export { createNamedHelpersRepository } from './merging/named-helpers.repository.ts'
export { createNamingLock } from './merging/naming-lock.repository.ts'
export { type CalledRecord, createNameSearch, type NameSearch } from './name-search.repository.ts'
export { needList } from './needs/needs.list.ts'
export { needColumns, showNeed } from './needs/needs.posting.ts'
export { createNeedsRepository } from './needs/needs.repository.ts'
export { registerNeedsRoutes } from './needs/needs.routes.ts'
export {
  type BriefInput,
  brief,
  licenceRequirement,
  type NeedInput,
  needInput,
  needStatus,
} from './needs/needs.schemas.ts'
export { type NeedRow, needs } from './needs/needs.table.ts'
export { type NeedsOfSprint, relatedNeeds } from './needs/needs-of-sprint.ts'
export { logCandidates, logCandidatesIn } from './offers/log-candidates.ts'
export { offerList } from './offers/offers.list.ts'
export { offerColumns, showOffer, showTerms } from './offers/offers.posting.ts'
export { createOffersRepository } from './offers/offers.repository.ts'
export { registerOffersRoutes } from './offers/offers.routes.ts'
export {
  effectiveOpenToShown,
  type OfferInput,
  offerInput,
  offerStatus,
  termsShown,
} from './offers/offers.schemas.ts'
export { type OfferRow, offers } from './offers/offers.table.ts'
export { organizationList } from './organizations/organizations.list.ts'
export { organizationPosting, showOrganization } from './organizations/organizations.posting.ts'
export { createOrganizationsRepository } from './organizations/organizations.repository.ts'
export { registerOrganizationsRoutes } from './organizations/organizations.routes.ts'
export {
  type OrganizationInput,
  organization,
  organizationInput,
} from './organizations/organizations.schemas.ts'
export { type OrganizationRow, organizations } from './organizations/organizations.table.ts'
export { postingsOfPartner } from './partner-rows.ts'
export { postedColumns } from './posted.table.ts'
export { createPostedList } from './posted-list.ts'
export type { BodySheet } from './posted-resource.ts'
export { createPostingRepository, type KeyRepository } from './posting.repository.ts'
export { registerPostingRoutes } from './posting.routes.ts'
export { resourceFields, showResource } from './posting.schemas.ts'
export { createPosting, type MergeMany, type Posting } from './posting.ts'
export type { PostingDefinition } from './posting-definition.ts'
export { createPostings, type Postings } from './postings.ts'
export { createPublicViewsRepository } from './public-views.repository.ts'
export {
  type PublicNeedRecord,
  type PublicNeedView,
  type PublicOfferView,
  type PublishedNeedView,
  publicNeedView,
  publicOfferView,
  toPublicNeedView,
  toPublicOfferView,
  toPublishedNeedView,
} from './public-views.ts'
export { keepNames, mayReadName, type Named, type ReadNames, readNames } from './read-names.ts'
export {
  alteredOf,
  type FindUses,
  type Followed,
  type FollowedCode,
  type RemoveUnchanged,
} from './remove-unchanged.ts'
export { forgetReplacedRecords } from './replaced/forget-replaced.ts'
export { createReplacedRecordsRepository } from './replaced/replaced-records.repository.ts'
export type { RestoreReplaced } from './replaced/restore-replaced.ts'
export { IN_THE_FUTURE, requireGiven } from './require-given.ts'
export { IN_THE_PAST } from './require-not-past.ts'
export { claimEmails } from './same-email/claim-emails.repository.ts'
export { emailOf } from './same-email/email-of.ts'
export { byEmail, type FoundByEmail, noticesOfWrite } from './same-email/same-email.ts'
export { areAtOnce, atDifferentTimes } from './sessions/same-time.ts'
export { readLocalTime } from './sessions/session-time.ts'
export {
  type AgreedSession,
  agreedSessionShown,
  type SessionId,
  type StoredSession,
  sessionsShown,
} from './sessions/sessions.schemas.ts'
export { findByTitles, type TitledRecord } from './title-search.repository.ts'
export { findUnknownLabels } from './unknown-labels.repository.ts'
export { workInput } from './work-fields.ts'
export { noticeOfUnnamedWork } from './work-notices.ts'

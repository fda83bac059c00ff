import type { Explanation } from './explanation.ts'

/** Errors that concern the partner's records and what depends on them. */
export const postingErrors = {
  external_id_taken: {
    meaning: 'Another of your records of this kind already has this `external_id`.',
    causes: [
      'The record was created before, by an earlier request or by an import.',
      'The id belongs to a record that was merged into another.',
    ],
    next: [
      'Use `PUT /v1/needs/by-external-id/{external_id}` (or the same route of the other resources), which creates or replaces the record.',
      'Give each of your records its own id.',
    ],
    detail:
      'Another of your needs already has this external_id. Change that one with PUT by its external id, or choose another.',
  },
  helper_taken: {
    meaning: 'The helper is already linked to another organization.',
    causes: ['`helper_id` of an organization names a helper that another organization of yours names too.'],
    next: ['Remove `helper_id` from the other organization first, or merge the two organizations.'],
    detail: 'This helper is already linked to another organization of yours.',
  },
  organization_has_needs: {
    meaning: 'The organization still has needs, so it was not deleted.',
    causes: ['At least one need, in any status, belongs to it.'],
    next: ['Delete its needs, then the organization. To only stop the search, close its needs.'],
    detail: 'First delete the needs of this organization.',
  },
  helper_has_offers: {
    meaning: 'The helper is still in use, so it was not deleted.',
    causes: ['At least one offer belongs to it.', 'An organization names it as `helper_id`.'],
    next: ['Delete its offers and remove it from its organization, then delete the helper.'],
    detail: 'First delete the offers of this helper and unlink its organization.',
  },
  program_has_candidates: {
    meaning: 'The program is still in use, so it was not deleted.',
    causes: ['Candidates or cohorts belong to it.'],
    next: ['Delete its candidates and cohorts, then the program.'],
    detail: 'Delete the candidates and cohorts of this program first.',
  },
  kept_by_candidate: {
    meaning: 'This helper or offer belongs to a candidate and follows it.',
    causes: [
      'Each candidate has a helper and an offer of its own, which are shown to employers. They can only be changed through the candidate.',
    ],
    next: ['Change, merge or delete the candidate. Its id has the same characters after the prefix.'],
    detail: 'This record is managed by a candidate. Change the candidate with the same id suffix instead.',
  },
  candidate_erased: {
    meaning: 'The candidate was deleted, and all personal data with it.',
    causes: ['Somebody deleted the candidate. This cannot be undone.'],
    next: ['Remove the id from your system.', 'If the person returns, create a new candidate.'],
    detail:
      'This candidate was erased. No personal data is left. If the student comes back, post a new candidate with POST /v1/candidates.',
  },
  record_merged: {
    meaning: 'The record was merged into another one.',
    causes: [
      'Two records of one person or organization were merged. This id is no longer valid; the other one is.',
    ],
    next: [
      'Use the id that `errors` names under `merged_into`, and replace the old id in your system.',
      'Events such as `helper.merged` announce merges.',
    ],
    detail: 'This helper was merged into helper_01h455vb4pex5vsknk084sn02q. Use that id.',
    faults: [{ pointer: '', code: 'merged_into', detail: 'helper_01h455vb4pex5vsknk084sn02q' }],
  },
  merge_blocked: {
    meaning: 'The two records cannot be merged in their current state.',
    causes: [
      'The two take part in the same introduction, engagement or ring, and one party cannot be both sides.',
      'Both were accepted by the same need.',
      'Their fields do not fit together.',
      'Together they have more than 24 hours on a day.',
      'The merge would create more than 5,000 events.',
    ],
    next: [
      '`errors` names the obstacles. Remove them first, or keep both records.',
      'Send `dry_run: true` to see what a merge would do.',
      'If the merge is too large, merge the record with less data into the other.',
    ],
    detail:
      'The fields of the two records do not fit together. Change one of the records first. See errors for the fields.',
    faults: [{ pointer: '/languages', code: 'too_big', detail: 'Must have at most 20 entries.' }],
  },
} as const satisfies Record<string, Explanation>

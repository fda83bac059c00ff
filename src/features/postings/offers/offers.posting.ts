import type { Taxonomy } from '../../../engines/skills/index.ts'
import { readWork, showWork, unreadWork } from '../../../shared/work.ts'
import { readLearningGoals, readOfferedSkills, readReturnSkills, unreadSkill } from '../../skills/index.ts'
import { demandNoCandidate } from '../demand-no-candidate.ts'
import { helperPosting } from '../helpers/helpers.posting.ts'
import { createPostingRepository } from '../posting.repository.ts'
import { showResource } from '../posting.schemas.ts'
import type { PostingDefinition } from '../posting-definition.ts'
import {
  type Offer,
  type OfferInput,
  type OfferTerms,
  offerInput,
  type StoredTerms,
} from './offers.schemas.ts'
import { type OfferRow, offers } from './offers.table.ts'

export const offersRepository = createPostingRepository<OfferRow>(offers)

/** Offers as posted resources; their skills are understood through the taxonomy on the way in. */
export function createOfferPosting(deps: {
  taxonomy: Taxonomy
}): PostingDefinition<'offer', OfferInput, OfferRow> {
  return {
    name: 'offer',
    prefix: 'offer',
    input: offerInput,
    repository: offersRepository,

    parent: {
      name: 'helper',
      prefix: 'helper',
      field: 'helper_id',
      repository: helperPosting.repository,
      idOf: (input) => input.helper_id,
    },

    guard: demandNoCandidate,

    columns: (input, before) => offerColumns(deps.taxonomy, input, before?.status),

    // Another kind has other terms: the old ones must not be merged into them.
    patchBase: (body, patch) => (isKindChange(body, patch) ? { ...body, terms: undefined } : body),

    toInput: (row) => ({
      ...unreadWork(row),
      helper_id: row.helperId,
      status: row.status,
      skills: row.skills.map(unreadSkill),
      open_to: row.openTo,
      external_id: row.externalId ?? undefined,
      ...unreadTerms(showTerms(row.terms)),
    }),
  }
}

function isKindChange(body: OfferInput, patch: unknown): boolean {
  return typeof patch === 'object' && patch !== null && 'kind' in patch && patch.kind !== body.kind
}

/** The columns of an offer that come from its body alone. */
export function offerColumns(
  taxonomy: Taxonomy,
  input: OfferInput,
  statusBefore: OfferRow['status'] = 'open',
) {
  return {
    ...readWork(input),
    helperId: input.helper_id,
    kind: input.kind,
    status: input.status ?? statusBefore,
    skills: readOfferedSkills(taxonomy, input.skills),
    openTo: [...new Set(input.open_to)],
    terms: readTerms(taxonomy, input),
    isCandidate: false,
  }
}

function readTerms(taxonomy: Taxonomy, input: OfferInput): OfferTerms {
  switch (input.kind) {
    case 'volunteer':
      return { kind: 'volunteer', causes: input.terms.causes }
    case 'intern':
      return {
        kind: 'intern',
        credit_required: input.terms.credit_required,
        paid_only: input.terms.paid_only,
        hours_required: input.terms.hours_required ?? null,
        learning_goals: readLearningGoals(taxonomy, input.terms.learning_goals),
        stipend: input.terms.stipend ?? null,
      }
    case 'barter':
      return { kind: 'barter', wants: readReturnSkills(taxonomy, input.terms.wants) }
    case 'paid':
      return { kind: 'paid', rate: input.terms.rate, unit: input.terms.unit }
  }
}

/** The body's `kind` and `terms` that would be read as these terms again. */
function unreadTerms(terms: OfferTerms) {
  switch (terms.kind) {
    case 'volunteer':
      return { kind: terms.kind, terms: { causes: terms.causes } }
    case 'intern':
      return {
        kind: terms.kind,
        terms: {
          credit_required: terms.credit_required,
          paid_only: terms.paid_only,
          hours_required: terms.hours_required ?? undefined,
          learning_goals: terms.learning_goals.map((goal) => goal.skill),
          stipend: terms.stipend ?? undefined,
        },
      }
    case 'barter':
      return { kind: terms.kind, terms: { wants: terms.wants.map(unreadSkill) } }
    case 'paid':
      return { kind: terms.kind, terms: { rate: terms.rate, unit: terms.unit } }
  }
}

export function showTerms(terms: StoredTerms): OfferTerms {
  return terms.kind === 'intern' ? { ...terms, paid_only: terms.paid_only ?? false } : terms
}

/** The offer as its own partner sees it. */
export function showOffer(row: OfferRow): Offer {
  return {
    ...showResource(row),
    ...showWork(row),
    helper_id: row.helperId,
    kind: row.kind,
    status: row.status,
    skills: row.skills,
    open_to: row.openTo,
    terms: showTerms(row.terms),
  }
}

import { effectiveOpenTo } from '../../../engines/matching/index.ts'
import type { Taxonomy } from '../../../engines/skills/index.ts'
import { type Message, message, type ReaderLanguage } from '../../../shared/messages/index.ts'
import { readLearningGoals, readOfferedSkills, readReturnSkills, skillToInput } from '../../skills/index.ts'
import { hasAvailableDay, readDays } from '../day-ranges.ts'
import { createHelpersRepository } from '../helpers/helpers.repository.ts'
import { showResource } from '../posting.schemas.ts'
import type { PostingDefinition } from '../posting-definition.ts'
import { requireNotCandidate } from '../require-not-candidate.ts'
import { requireNotPast } from '../require-not-past.ts'
import { showWork, workColumns, workToInput } from '../work-fields.ts'
import { noticesOfText, showNotices } from '../work-notices.ts'
import { createOffersRepository } from './offers.repository.ts'
import {
  type Offer,
  type OfferInput,
  type OfferTerms,
  offerInput,
  type StoredTerms,
} from './offers.schemas.ts'
import type { OfferRow } from './offers.table.ts'

/** Defines offers as posted resources. The taxonomy resolves the skills of each body. */
export function createOfferPosting({
  taxonomy,
}: {
  taxonomy: Taxonomy
}): PostingDefinition<'offer', OfferInput, OfferRow> {
  return {
    name: 'offer',
    prefix: 'offer',
    input: offerInput,
    eventFields: ['status', 'helper_id'],
    createRepository: createOffersRepository,

    parent: {
      name: 'helper',
      prefix: 'helper',
      field: 'helper_id',
      createRepository: createHelpersRepository,
      idOf: (input) => input.helper_id,
    },

    guard: requireNotCandidate,

    requirePossible: (input, { before, now }) =>
      requireNotPast(
        {
          status: input.status ?? before?.status ?? 'open',
          endsOn: input.ends_on ?? null,
          dates: input.dates ?? [],
        },
        { before, now },
      ),

    columns: (input, before) => offerColumns(taxonomy, input, before?.status),

    // Terms differ by kind, so a patch that changes the kind must not be merged into the old terms.
    patchBase: (body, patch) => (isKindChange(body, patch) ? { ...body, terms: undefined } : body),

    toInput: (row) => ({
      ...workToInput(row),
      helper_id: row.helperId,
      status: row.status,
      skills: row.skills.map(skillToInput),
      dates: row.dates,
      not_available: row.notAvailable,
      open_to: row.openTo,
      external_id: row.externalId ?? undefined,
      metadata: row.metadata,
      ...termsToInput(showTerms(row.terms)),
    }),
  }
}

function isKindChange(body: OfferInput, patch: unknown): boolean {
  return typeof patch === 'object' && patch !== null && 'kind' in patch && patch.kind !== body.kind
}

/** Returns the columns of an offer that its body fills. */
export function offerColumns(
  taxonomy: Taxonomy,
  input: OfferInput,
  statusBefore: OfferRow['status'] = 'open',
) {
  return {
    ...workColumns(input),
    helperId: input.helper_id,
    kind: input.kind,
    status: input.status ?? statusBefore,
    skills: readOfferedSkills(taxonomy, input.skills),
    dates: readDays(input.dates),
    notAvailable: readDays(input.not_available),
    openTo: [...new Set(input.open_to)],
    terms: resolveTerms(taxonomy, input),
    isCandidate: false,
  }
}

function resolveTerms(taxonomy: Taxonomy, input: OfferInput): StoredTerms {
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
    case 'paid': {
      const { unit, ...rate } = input.terms.rate
      return { kind: 'paid', rate, unit }
    }
  }
}

/** Returns the `kind` and `terms` of a body with these terms. */
function termsToInput(terms: OfferTerms) {
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
      return { kind: terms.kind, terms: { wants: terms.wants.map(skillToInput) } }
    case 'paid':
      return { kind: terms.kind, terms: { rate: terms.rate } }
  }
}

/** Returns the terms in the form that the API sends. */
export function showTerms(terms: StoredTerms): OfferTerms {
  switch (terms.kind) {
    case 'intern':
      return { ...terms, paid_only: terms.paid_only ?? false }
    case 'paid':
      return { kind: 'paid', rate: { ...terms.rate, unit: terms.unit } }
    default:
      return terms
  }
}

/** Returns notices for the offer's partner. */
function noticesOf(row: OfferRow): Message[] {
  return [
    ...(row.kind === 'volunteer' && row.openTo.length === 0 ? [message('open_to_nonprofits_only')] : []),
    ...(hasAvailableDay(row) ? [] : [message('never_available')]),
  ]
}

/** Returns an offer in the form that its own partner sees, with notices in the reader's language. */
export function showOffer(row: OfferRow, language: ReaderLanguage): Offer {
  const work = showWork(row)
  return {
    ...showResource(row),
    ...work,
    helper_id: row.helperId,
    kind: row.kind,
    status: row.status,
    skills: row.skills,
    dates: row.dates,
    not_available: row.notAvailable,
    open_to: row.openTo,
    effective_open_to: [...effectiveOpenTo(row.kind, row.openTo)],
    terms: showTerms(row.terms),
    notices: showNotices([...noticesOf(row), ...noticesOfText(row, work.inferred_skills)], language),
  }
}

import { idOf } from '../../../shared/wire.ts'
import { helperList, type OfferInput, type OfferRow, offerInput } from '../../postings/index.ts'
import type { DeskPages } from '../desk-pages.ts'
import { nameOf } from '../look/form-fields.ts'
import { offerSections } from '../pages/postings/form-sections.ts'
import { placeOf } from './place-of.ts'
import { addFormPages, createPostingForm, keptEntries, withTimes } from './posting-form.ts'
import { createSearch, type PostingVerbs } from './read-postings.ts'

const PREVIEWED = 5

/** Adds the forms of offers, with matches while one writes. */
export function addOfferForms(pages: DeskPages, verbs: PostingVerbs): void {
  const form = createOfferForm(verbs)
  addFormPages(pages, { side: 'offer', verbs: verbs.postings.offers, form })
}

function createOfferForm({ postings, matches, lists }: PostingVerbs) {
  const { offers, helpers } = postings
  const search = createSearch({ list: helperList, name: 'helper', verbs: helpers })
  return createPostingForm<OfferRow, OfferInput>({
    side: 'offer',
    input: offerInput,
    partyField: 'helper_id',
    sections: offerSections,
    begin: { kind: 'volunteer', modality: 'remote', visibility: 'network' },
    toInput: offers.toInput,
    partyOf: ({ helperId }) => helperId,
    complete: completeOffer,
    spread: (body) => body,
    zoneOf: async (ctx, id) => (await helpers.get(ctx, { id: idOf('helper').parse(id) })).timeZone,
    readNames: lists.readNames,
    searchParties: search,
    async preview(ctx, { input, view: { language } }) {
      if (!input) return { page: null, readiness: null }
      const page = await matches.preview(ctx, { preview: { offer: input, limit: PREVIEWED }, language })
      return { page, readiness: null }
    },
  })
}

/** The terms of each kind of offer in the form. */
const termsOf: Readonly<Record<OfferInput['kind'], readonly string[]>> = {
  volunteer: ['causes'],
  intern: ['learning_goals', 'hours_required', 'credit_required', 'paid_only'],
  barter: ['wants'],
  paid: ['rate'],
}

/** Drops the terms of other kinds of help. */
function completeOffer(values: Map<string, unknown>, before: OfferInput | undefined): Map<string, unknown> {
  const kind = values.get('kind')
  const counted = Object.entries(termsOf).find(([one]) => one === kind)?.[1] ?? []
  const kept = [...values].filter(([at]) => {
    const [first, term = ''] = at.split('/')
    return first !== 'terms' || counted.includes(term)
  })
  const completed = new Map([
    ...Object.entries(withTimes(Object.fromEntries(kept))),
    ['skills', keptEntries(values.get('skills'), before?.skills ?? [], nameOf)],
  ])
  if (before?.kind === 'barter' && kind === 'barter')
    completed.set('terms/wants', keptEntries(values.get('terms/wants'), before.terms.wants, nameOf))
  return placeOf(completed, before?.location)
}

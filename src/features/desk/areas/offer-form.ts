import { idOf } from '../../../shared/wire.ts'
import { helperList, type OfferInput, type OfferRow, offerInput } from '../../postings/index.ts'
import type { Again, DeskPages } from '../desk-pages.ts'
import { nameOf } from '../look/form-fields.ts'
import { offerSections } from '../pages/postings/form-sections.ts'
import type { PostingVerbs } from './needs.ts'
import { placeOf } from './place-of.ts'
import { anyForm, createPostingForm, keptEntries, partyQuery, unchangedSince } from './posting-form.ts'
import { createSearch } from './read-postings.ts'

const base = '/desk/offers'
const ids = { id: 'offer' } as const
const PREVIEWED = 5

/** Posting and editing offers, with matches while one writes. */
export function addOfferForms(pages: DeskPages, verbs: PostingVerbs): void {
  const { offers } = verbs.postings
  const form = createOfferForm(verbs)
  const newQuery = { ...partyQuery, helper_id: idOf('helper').optional() }
  pages.show(`${base}/new`, { role: 'editor', query: newQuery }, async (ctx, { query, view }) => {
    const { helper_id: partyId, ...search } = query
    return partyId ? form.begin(ctx, { partyId, view }) : form.choose(ctx, { query: search, view })
  })
  pages.show(`${base}/:id/edit`, { role: 'editor', ids }, async (ctx, { ids, view }) =>
    form.edit(ctx, { row: await offers.get(ctx, ids), view }),
  )
  pages.compute(`${base}/preview`, { role: 'editor' }, (ctx, { sent, view }) =>
    form.preview(ctx, { row: undefined, sent, view }),
  )
  pages.compute(`${base}/:id/preview`, { role: 'editor', ids }, async (ctx, { ids, sent, view }) =>
    form.preview(ctx, { row: await offers.get(ctx, ids), sent, view }),
  )

  pages.act(
    base,
    {
      ...{ role: 'editor', action: 'offer_posted', form: anyForm },
      again: (ctx, given) => form.again(ctx, { ...given, row: undefined }),
    },
    async (ctx, { form: sent, view }) => {
      const row = await offers.post(ctx, form.inputOf({ row: undefined, sent, view }))
      return { subject: row.id, goTo: `${base}/${row.id}` }
    },
  )

  const again: Again<typeof ids> = async (ctx, given) =>
    form.again(ctx, { ...given, row: await offers.get(ctx, given.ids) })
  pages.act(
    `${base}/:id/edit`,
    { role: 'editor', action: 'offer_changed', ids, form: anyForm, again },
    async (ctx, { ids: { id }, form: sent, view }) => {
      const patch = form.patchOf({ row: await offers.get(ctx, { id }), sent, view })
      await offers.change(ctx, { id, patch, precondition: unchangedSince(sent) })
      return { subject: id, goTo: `${base}/${id}` }
    },
  )
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
    readNames: lists.readNames,
    searchParties: search,
    async preview(ctx, { input, view: { language } }) {
      if (!input) return { page: null, readiness: null }
      const page = await matches.preview(ctx, { preview: { offer: input, limit: PREVIEWED }, language })
      return { page, readiness: null }
    },
  })
}

/** The terms that each kind of offer has in the form. */
const termsOf: Readonly<Record<OfferInput['kind'], readonly string[]>> = {
  volunteer: ['causes'],
  intern: ['learning_goals', 'hours_required', 'credit_required', 'paid_only'],
  barter: ['wants'],
  paid: ['rate'],
}

/** Leaves out the terms of other kinds of help. */
function completeOffer(values: Map<string, unknown>, before: OfferInput | undefined): Map<string, unknown> {
  const kind = values.get('kind')
  const counted = Object.entries(termsOf).find(([one]) => one === kind)?.[1] ?? []
  const kept = [...values].filter(([at]) => {
    const [first, term = ''] = at.split('/')
    return first !== 'terms' || counted.includes(term)
  })
  const completed = new Map([
    ...kept,
    ['skills', keptEntries(values.get('skills'), before?.skills ?? [], nameOf)],
  ])
  if (before?.kind === 'barter' && kind === 'barter')
    completed.set('terms/wants', keptEntries(values.get('terms/wants'), before.terms.wants, nameOf))
  return placeOf(completed, before?.location)
}

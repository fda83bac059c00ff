import { z } from 'zod'
import type { IdsOf, RequestContext } from '../../../platform/http/index.ts'
import { idOf } from '../../../shared/wire.ts'
import { proposeInput } from '../../introductions/index.ts'
import { offerList, offerStatus, showOffer } from '../../postings/index.ts'
import type { Again, DeskPages } from '../desk-pages.ts'
import { refusalText } from '../look/refusal-text.ts'
import type { View } from '../look/view.ts'
import { nearPage } from '../pages/postings/match-cards.ts'
import { postingPage } from '../pages/postings/posting-page.ts'
import { postingsPage } from '../pages/postings/postings-page.ts'
import {
  createSearch,
  nextUrlOf,
  type PostingVerbs,
  type RankingAsked,
  rankingAsked,
  rankingQuery,
  searchQuery,
} from './read-postings.ts'

const base = '/desk/offers'
const ids = { id: 'offer' } as const

/** The offers of the partner, and one of them with the needs that it suits. */
export function addOfferPages(pages: DeskPages, verbs: PostingVerbs): void {
  const { postings, introductions, lists } = verbs
  const search = createSearch({ list: offerList, name: 'offer', verbs: postings.offers })
  const status = z.enum(['', ...offerStatus.options]).optional()

  pages.show(base, { query: { ...searchQuery, status } }, async (ctx, { query, view }) => {
    const { data, next_cursor: next } = await search(ctx, query)
    const names = await lists.readNames(
      ctx,
      data.map(({ helperId }) => helperId),
    )
    const shown = data.map((row) => ({
      ...row,
      kinds: [row.kind],
      partyName: names.get(row.helperId)?.name ?? null,
    }))
    const listed = { asked: query, statuses: offerStatus.options, nextUrl: nextUrlOf(base, query, next) }
    return postingsPage({ side: 'offer', postings: shown, ...listed }, view)
  })

  const shownOffer = createShowOffer(verbs)
  pages.show(`${base}/:id`, { ids, query: rankingQuery }, (ctx, { ids: { id }, query, view }) =>
    shownOffer(ctx, { id, query, view }),
  )

  pages.show(`${base}/:id/near`, { ids }, async (ctx, { ids: { id }, view }) => {
    const { title } = await postings.offers.get(ctx, { id })
    const asked = { id, query: rankingAsked({}), language: view.language }
    const near = await verbs.matches.findNearNeedsForOffer(ctx, asked)
    return nearPage({ at: `${base}/${id}`, title, near }, view)
  })

  const again: Again<typeof ids> = (ctx, { ids: { id }, view, refusal }) =>
    shownOffer(ctx, { id, query: {}, view, refusal: refusalText(refusal, view) })

  pages.act(
    `${base}/:id/propose`,
    {
      ...{ role: 'editor', action: 'introduction_proposed', ids, again },
      form: z.strictObject({ need_id: idOf('need'), message: proposeInput.shape.message }),
    },
    async (ctx, { ids: { id }, form }) => {
      await postings.offers.get(ctx, { id })
      const row = await introductions.propose(ctx, { ...form, offer_id: id })
      return { subject: row.id, goTo: `/desk/introductions/${row.id}` }
    },
  )

  pages.act(
    `${base}/:id/status`,
    {
      ...{ role: 'editor', action: 'offer_status_changed', ids, again },
      form: z.strictObject({ status: offerStatus }),
    },
    async (ctx, { ids: { id }, form }) => {
      await postings.offers.change(ctx, { id, patch: form, precondition: null })
      return { subject: id, goTo: `${base}/${id}` }
    },
  )
}

interface Asked {
  id: IdsOf<typeof ids>['id']
  query: RankingAsked
  view: View
  refusal?: string
}

function createShowOffer({ postings, matches, lists }: PostingVerbs) {
  return async function showOfferPage(ctx: RequestContext, { id, query, view, refusal }: Asked) {
    const row = await postings.offers.get(ctx, { id })
    const names = await lists.readNames(ctx, [row.helperId])
    const offer = showOffer(row, view.language)
    const page =
      row.status === 'open'
        ? await matches.rankFittingNeedsForOffer(ctx, {
            id,
            query: rankingAsked(query),
            language: view.language,
          })
        : null
    return postingPage(
      {
        posting: { ...offer, side: 'offer', place: offer.location },
        partyName: names.get(row.helperId)?.name ?? null,
        matches: page && { page, nextUrl: nextUrlOf(`${base}/${id}`, {}, page.next_cursor) },
        ...(refusal && { refusal }),
      },
      view,
    )
  }
}

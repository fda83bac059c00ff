import { z } from 'zod'
import type { IdsOf, RequestContext } from '../../../platform/http/index.ts'
import { idOf } from '../../../shared/wire.ts'
import { proposeInput } from '../../introductions/index.ts'
import { needList, needStatus, showNeed } from '../../postings/index.ts'
import type { Again, DeskPages } from '../desk-pages.ts'
import { refusalText } from '../look/refusal-text.ts'
import type { View } from '../look/view.ts'
import { comparePage, MOST_COMPARED } from '../pages/postings/compare-page.ts'
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

const base = '/desk/needs'
const ids = { id: 'need' } as const
/** The needs of the partner, and one of them with its matches. */
export function addNeedPages(pages: DeskPages, verbs: PostingVerbs): void {
  const { postings, introductions, lists } = verbs
  const search = createSearch({ list: needList, name: 'need', verbs: postings.needs })
  const status = z.enum(['', ...needStatus.options]).optional()

  pages.show(base, { query: { ...searchQuery, status } }, async (ctx, { query, view }) => {
    const { data, next_cursor: next } = await search(ctx, query)
    const names = await lists.readNames(
      ctx,
      data.map(({ organizationId }) => organizationId),
    )
    const shown = data.map((row) => ({
      ...row,
      kinds: row.accepts,
      partyName: names.get(row.organizationId)?.name ?? null,
    }))
    const listed = { asked: query, statuses: needStatus.options, nextUrl: nextUrlOf(base, query, next) }
    return postingsPage({ side: 'need', postings: shown, ...listed }, view)
  })

  const shownNeed = createShowNeed(verbs)
  pages.show(`${base}/:id`, { ids, query: rankingQuery }, (ctx, { ids: { id }, query, view }) =>
    shownNeed(ctx, { id, query, view }),
  )
  pages.show(`${base}/:id/near`, { ids }, async (ctx, { ids: { id }, view }) => {
    const { title } = await postings.needs.get(ctx, { id })
    const asked = { id, query: rankingAsked({}), language: view.language }
    const near = await verbs.matches.findNearOffersForNeed(ctx, asked)
    return nearPage({ at: `${base}/${id}`, title, near }, view)
  })
  addComparison(pages, verbs)

  const again: Again<typeof ids> = (ctx, { ids: { id }, view, refusal }) =>
    shownNeed(ctx, { id, query: {}, view, refusal: refusalText(refusal, view) })

  pages.act(
    `${base}/:id/propose`,
    {
      ...{ role: 'editor', action: 'introduction_proposed', ids, again },
      form: z.strictObject({ offer_id: idOf('offer'), message: proposeInput.shape.message }),
    },
    async (ctx, { ids: { id }, form }) => {
      await postings.needs.get(ctx, { id })
      const row = await introductions.propose(ctx, { ...form, need_id: id })
      return { subject: row.id, goTo: `/desk/introductions/${row.id}` }
    },
  )

  pages.act(
    `${base}/:id/status`,
    {
      ...{ role: 'editor', action: 'need_status_changed', ids, again },
      form: z.strictObject({ status: needStatus }),
    },
    async (ctx, { ids: { id }, form }) => {
      await postings.needs.change(ctx, { id, patch: form, precondition: null })
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

function createShowNeed({ postings, matches, lists }: PostingVerbs) {
  return async function showNeedPage(ctx: RequestContext, { id, query, view, refusal }: Asked) {
    const row = await postings.needs.get(ctx, { id })
    const names = await lists.readNames(ctx, [row.organizationId])
    const need = showNeed(row, view.language)
    const page =
      row.status === 'open'
        ? await matches.rankFittingOffersForNeed(ctx, {
            id,
            query: rankingAsked(query),
            language: view.language,
          })
        : null
    return postingPage(
      {
        posting: { ...need, side: 'need', place: need.location },
        partyName: names.get(row.organizationId)?.name ?? null,
        matches: page && { page, nextUrl: nextUrlOf(`${base}/${id}`, {}, page.next_cursor) },
        ...(refusal && { refusal }),
      },
      view,
    )
  }
}

function addComparison(pages: DeskPages, { postings, matches }: PostingVerbs): void {
  const offer = z.union([idOf('offer').transform((one) => [one]), z.array(idOf('offer'))]).default([])
  pages.show(`${base}/:id/compare`, { ids, query: { offer } }, async (ctx, { ids: { id }, query, view }) => {
    const need = await postings.needs.get(ctx, { id })
    const compared = []
    for (const offerId of query.offer.slice(0, MOST_COMPARED))
      compared.push(await matches.explain(ctx, { needId: id, offerId, language: view.language }))
    return comparePage({ need, matches: compared }, view)
  })
}

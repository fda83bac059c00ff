import { z } from 'zod'
import type { List, ListAsked } from '../../../platform/db/index.ts'
import type { WriteContext } from '../../../platform/events/index.ts'
import type { IdsOf, RequestContext } from '../../../platform/http/index.ts'
import { sameNumber } from '../../../shared/ids.ts'
import type { ReaderLanguage } from '../../../shared/messages/index.ts'
import type { Precondition } from '../../../shared/precondition.ts'
import { idOf } from '../../../shared/wire.ts'
import { proposeInput } from '../../introductions/index.ts'
import type { Match, MatchPage } from '../../matches/index.ts'
import {
  type NeedRow,
  needList,
  needStatus,
  type OfferRow,
  offerList,
  offerStatus,
  showNeed,
  showOffer,
} from '../../postings/index.ts'
import type { DeskAction } from '../audit/audit.table.ts'
import type { Again, DeskPages } from '../desk-pages.ts'
import { refusalText } from '../look/refusal-text.ts'
import type { DeskPage, View } from '../look/view.ts'
import { comparePage, MOST_COMPARED } from '../pages/postings/compare-page.ts'
import { nearPage } from '../pages/postings/match-cards.ts'
import { type PostingShown, postingPage } from '../pages/postings/posting-page.ts'
import { type ListedPosting, postingsPage } from '../pages/postings/postings-page.ts'
import {
  createSearch,
  nextUrlOf,
  type PostingVerbs,
  partyQuery,
  type RankingAsked,
  rankingAsked,
  rankingQuery,
  searchQuery,
} from './read-postings.ts'

type SideName = 'need' | 'offer'
type Id<K extends SideName> = IdsOf<{ id: K }>['id']
type RankAsked<K extends SideName> = {
  id: Id<K>
  query: ReturnType<typeof rankingAsked>
  language: ReaderLanguage
}
type Near = Parameters<typeof nearPage>[0]['near']
type Proposed = Parameters<PostingVerbs['introductions']['propose']>[1]

/** The differences between needs and offers at the desk. */
interface Side<K extends SideName, R extends NeedRow | OfferRow, F> {
  side: K
  list: List<R>
  verbs: {
    list(ctx: RequestContext, asked: ListAsked): Promise<R[]>
    get(ctx: RequestContext, given: { id: Id<K> }): Promise<R>
    change(
      ctx: WriteContext,
      given: { id: Id<K>; patch: unknown; precondition: Precondition },
    ): Promise<unknown>
  }
  status: typeof needStatus | typeof offerStatus
  statusAction: DeskAction
  /** Returns the organization or helper that it belongs to. */
  partyOf(row: R): { id: string; studentId: string | null }
  kindsOf(row: R): ListedPosting['kinds']
  show(row: R, language: ReaderLanguage): PostingShown['posting']
  rank(ctx: RequestContext, asked: RankAsked<K>): Promise<MatchPage<Match>>
  findNear(ctx: RequestContext, asked: RankAsked<K>): Promise<Near>
  /** How one of the other side is proposed. */
  proposal: { form: z.ZodType<F>; pair(id: Id<K>, form: F): Proposed }
}

/** Adds the pages of the partner's needs and offers: the list, and one of them with its matches. */
export function addPostingPages(pages: DeskPages, verbs: PostingVerbs): void {
  const { postings, matches } = verbs
  const { message } = proposeInput.shape
  addSide(pages, verbs, {
    ...{ side: 'need', list: needList, verbs: postings.needs },
    ...{ status: needStatus, statusAction: 'need_status_changed' },
    partyOf: ({ organizationId: id }) => ({ id, studentId: null }),
    kindsOf: ({ accepts }) => accepts,
    show: (row, language) => {
      const need = showNeed(row, language)
      return { ...need, side: 'need', place: need.location }
    },
    rank: matches.rankFittingOffersForNeed,
    findNear: matches.findNearOffersForNeed,
    proposal: {
      form: z.strictObject({ offer_id: idOf('offer'), message }),
      pair: (id, form) => ({ ...form, need_id: id }),
    },
  })
  addComparison(pages, verbs)
  addSide(pages, verbs, {
    ...{ side: 'offer', list: offerList, verbs: postings.offers },
    ...{ status: offerStatus, statusAction: 'offer_status_changed' },
    partyOf: ({ helperId: id, isCandidate }) => ({
      id,
      studentId: isCandidate ? sameNumber('candidate', id) : null,
    }),
    kindsOf: ({ kind }) => [kind],
    show: (row, language) => {
      const offer = showOffer(row, language)
      return { ...offer, side: 'offer', place: offer.location }
    },
    rank: matches.rankFittingNeedsForOffer,
    findNear: matches.findNearNeedsForOffer,
    proposal: {
      form: z.strictObject({ need_id: idOf('need'), message }),
      pair: (id, form) => ({ ...form, offer_id: id }),
    },
  })
}

function addSide<K extends SideName, R extends NeedRow | OfferRow, F>(
  pages: DeskPages,
  { introductions, lists }: PostingVerbs,
  declared: Side<K, R, F>,
): void {
  const { side, verbs, status, partyOf, proposal } = declared
  const base = `/desk/${side}s`
  const ids = { id: side } as const
  const search = createSearch({ list: declared.list, name: side, verbs })

  const statuses = z.enum(['', ...status.options]).optional()
  pages.show(base, { query: { ...searchQuery, ...partyQuery, status: statuses } }, async (ctx, asked) => {
    const { query, view } = asked
    const { data, next_cursor: next } = await search(ctx, query)
    const partyId = query.organization_id ?? query.helper_id
    const names = await lists.readNames(ctx, [
      ...data.map((row) => partyOf(row).id),
      ...(partyId === undefined ? [] : [partyId]),
    ])
    const name = partyId === undefined ? undefined : names.get(partyId)?.name
    const shown = data.map((row) => ({
      ...{ id: row.id, title: row.title, status: row.status },
      ...{ hoursPerWeek: row.hoursPerWeek, startsOn: row.startsOn },
      kinds: declared.kindsOf(row),
      partyName: names.get(partyOf(row).id)?.name ?? null,
    }))
    const listed = { asked: query, statuses: status.options, nextUrl: nextUrlOf(base, query, next) }
    const party = partyId === undefined || name === undefined ? null : { id: partyId, name }
    return postingsPage({ side, postings: shown, party, ...listed }, view)
  })

  async function showOne(ctx: RequestContext, { id, query, view, refusal }: Asked<K>): Promise<DeskPage> {
    const row = await verbs.get(ctx, { id })
    const party = partyOf(row)
    const name = (await lists.readNames(ctx, [party.id])).get(party.id)?.name
    const asked = { id, query: rankingAsked(query), language: view.language }
    const page = row.status === 'open' ? await declared.rank(ctx, asked) : null
    return postingPage(
      {
        posting: declared.show(row, view.language),
        party: name === undefined ? null : { ...party, name },
        matches: page && { page, nextUrl: nextUrlOf(`${base}/${id}`, {}, page.next_cursor) },
        ...(refusal && { refusal }),
      },
      view,
    )
  }

  pages.show(`${base}/:id`, { ids, query: rankingQuery }, (ctx, { ids: { id }, query, view }) =>
    showOne(ctx, { id, query, view }),
  )
  pages.show(`${base}/:id/near`, { ids }, async (ctx, { ids: { id }, view }) => {
    const { title } = await verbs.get(ctx, { id })
    const near = await declared.findNear(ctx, { id, query: rankingAsked({}), language: view.language })
    return nearPage({ at: `${base}/${id}`, title, near }, view)
  })

  const again: Again<typeof ids> = (ctx, { ids: { id }, view, refusal }) =>
    showOne(ctx, { id, query: {}, view, refusal: refusalText(refusal, view) })
  pages.act(
    `${base}/:id/propose`,
    { role: 'editor', action: 'introduction_proposed', ids, again, form: proposal.form },
    async (ctx, { ids: { id }, form }) => {
      await verbs.get(ctx, { id })
      const row = await introductions.propose(ctx, proposal.pair(id, form))
      return { subject: row.id, goTo: `/desk/introductions/${row.id}` }
    },
  )
  pages.act(
    `${base}/:id/status`,
    { role: 'editor', action: declared.statusAction, ids, again, form: z.strictObject({ status }) },
    async (ctx, { ids: { id }, form }) => {
      await verbs.change(ctx, { id, patch: form, precondition: null })
      return { subject: id, goTo: `${base}/${id}` }
    },
  )
}

interface Asked<K extends SideName> {
  id: Id<K>
  query: RankingAsked
  view: View
  refusal?: string
}

function addComparison(pages: DeskPages, { postings, matches }: PostingVerbs): void {
  const ids = { id: 'need' } as const
  const offer = z.union([idOf('offer').transform((one) => [one]), z.array(idOf('offer'))]).default([])
  pages.show('/desk/needs/:id/compare', { ids, query: { offer } }, async (ctx, asked) => {
    const { ids: given, query, view } = asked
    const need = await postings.needs.get(ctx, given)
    const compared = []
    for (const offerId of query.offer.slice(0, MOST_COMPARED))
      compared.push(await matches.explain(ctx, { needId: need.id, offerId, language: view.language }))
    return comparePage({ need, matches: compared, chosen: query.offer.length }, view)
  })
}

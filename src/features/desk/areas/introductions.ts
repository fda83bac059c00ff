import { z } from 'zod'
import type { WriteContext } from '../../../platform/events/index.ts'
import type { RequestContext } from '../../../platform/http/index.ts'
import type { IntroductionId } from '../../../shared/ids.ts'
import type { ReaderLanguage } from '../../../shared/messages/index.ts'
import { declineInput, type Introduction, type Introductions } from '../../introductions/index.ts'
import type { ReadNames } from '../../postings/index.ts'
import type { Again, DeskPages } from '../desk-pages.ts'
import { partyIdsOf } from '../look/own-parties.ts'
import { refusalText } from '../look/refusal-text.ts'
import type { DeskPage, View } from '../look/view.ts'
import { introductionPage } from '../pages/introduction-page.ts'
import { introductionsPage, listedStatuses } from '../pages/introductions-page.ts'

/** Reads a page of the list of introductions, by the parameters of the API. */
export type ListIntroductions = (
  ctx: RequestContext,
  asked: { query: Readonly<Record<string, string>>; language: ReaderLanguage },
) => Promise<{ data: Introduction[]; next_cursor: string | null; total?: { value: number } | undefined }>

const base = '/desk/introductions'
const ids = { id: 'introduction' } as const
const listQuery = {
  show: z.enum(['', 'yours', 'theirs', ...listedStatuses]).optional(),
  cursor: z.string().optional(),
}

interface Verbs {
  introductions: Pick<Introductions, 'read' | 'accept' | 'decline' | 'withdraw'>
  readNames: ReadNames
  listIntroductions: ListIntroductions
}

/** Adds the list of introductions, and the page of one introduction with its answers. */
export function addIntroductionPages(pages: DeskPages, verbs: Verbs): void {
  const { introductions, readNames, listIntroductions } = verbs
  pages.show(base, { query: listQuery }, async (ctx, { query, view }) => {
    const { show = '', cursor } = query
    const page = { sort: '-created_at', limit: '20', ...(cursor && { cursor }) }
    const asked = { query: { ...page, ...narrowed(show) }, language: view.language }
    const { data, next_cursor: next } = await listIntroductions(ctx, asked)
    const nextUrl = next && `${base}?${new URLSearchParams({ show, cursor: next })}`
    const names = await readNames(ctx, namedIn(data))
    return introductionsPage({ introductions: data, names, chosen: show, nextUrl }, view)
  })

  async function showOne(
    ctx: WriteContext & RequestContext,
    { id, view, refusal }: { id: IntroductionId; view: View; refusal?: string },
  ): Promise<DeskPage> {
    const { shown } = await introductions.read(ctx, { id, language: view.language })
    const names = await readNames(ctx, namedIn([shown]))
    return introductionPage({ introduction: shown, names, ...(refusal && { refusal }) }, view)
  }
  pages.showInTransaction(`${base}/:id`, { ids }, (ctx, { ids: { id }, view }) => showOne(ctx, { id, view }))

  const again: Again<typeof ids> = (ctx, { ids: { id }, view, refusal }) =>
    showOne(ctx, { id, view, refusal: refusalText(refusal, view) })
  const answered = (id: IntroductionId) => ({ subject: id, goTo: `${base}/${id}` })

  pages.act(
    `${base}/:id/accept`,
    {
      ...{ role: 'editor', action: 'introduction_accepted', ids, again },
      form: z.strictObject({ overcommit: z.literal('true').optional() }),
    },
    async (ctx, { ids: { id }, form }) => {
      await introductions.accept(ctx, { id, overcommit: form.overcommit === 'true' })
      return answered(id)
    },
  )

  pages.act(
    `${base}/:id/decline`,
    { role: 'editor', action: 'introduction_declined', ids, again, form: declineInput },
    async (ctx, { ids: { id }, form }) => {
      await introductions.decline(ctx, { id, ...form })
      return answered(id)
    },
  )

  pages.act(
    `${base}/:id/withdraw`,
    { role: 'editor', action: 'introduction_withdrawn', ids, again, form: z.strictObject({}) },
    async (ctx, { ids: { id } }) => {
      await introductions.withdraw(ctx, { id })
      return answered(id)
    },
  )
}

function narrowed(show: string): Record<string, string> {
  if (show === 'yours' || show === 'theirs') return { turn: show }
  return show === '' ? {} : { status: show }
}

/** Returns the ids of the parties, and of the postings that no introduction shows. */
function namedIn(introductions: readonly Introduction[]): (string | null)[] {
  const withoutPostings = introductions.filter(({ proposal }) => proposal === null)
  return [
    ...partyIdsOf(introductions),
    ...withoutPostings.flatMap(({ need_id, offer_id }) => [need_id, offer_id]),
  ]
}

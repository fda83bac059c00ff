import { z } from 'zod'
import type { RequestContext } from '../../../platform/http/index.ts'
import { idAfter, toPage } from '../../../platform/http/index.ts'
import type { DomainError } from '../../../shared/errors.ts'
import { isId } from '../../../shared/ids.ts'
import {
  type Barter,
  type Ring,
  type RingFullyShown,
  type RingId,
  type RingStatus,
  ringStatuses,
  showRing,
  showRings,
} from '../../barter/index.ts'
import { readNamesWithStudents } from '../../internships/index.ts'
import { createMarketRepository } from '../../matches/index.ts'
import { createPublicNeedsRepository } from '../../publishing/index.ts'
import type { Again, DeskPages } from '../desk-pages.ts'
import { refusalText } from '../look/refusal-text.ts'
import type { DeskPage, View } from '../look/view.ts'
import { partyIdOf, ringPage } from '../pages/rings/ring-page.ts'
import { ringsPage } from '../pages/rings/rings-page.ts'
import { nextUrlOf } from './read-postings.ts'

export type RingVerbs = Pick<Barter, 'listRings' | 'readRing' | 'acceptRing' | 'declineRing'>

const base = '/desk/rings'
const ids = { id: 'ring' } as const
const PAGE_SIZE = 20
const listQuery = {
  status: z.enum(['', ...ringStatuses]).optional(),
  /** Set once all open rings were shown: the cursor then belongs to the list of ended rings. */
  part: z.literal('ended').optional(),
  cursor: z.string().max(1000).optional(),
}
type ListQuery = z.output<z.ZodObject<typeof listQuery>>

/** Adds the list of the partner's rings, and the page of one ring with its answers. */
export function addRingPages(pages: DeskPages, barter: RingVerbs): void {
  pages.show(base, { query: listQuery }, async (ctx, { query, view }) => {
    const rows = await listOpenFirst(ctx, barter, query)
    const { data, next_cursor: next } = toPage(
      rows,
      PAGE_SIZE,
      (row) => row,
      ({ id }) => ({ id }),
    )
    const isPastOpen = !query.status && data.at(-1)?.status !== 'proposed'
    const asked = { status: query.status, ...(isPastOpen && { part: 'ended' }) }
    const rings = await showRings(createMarketRepository(ctx.db), data, ctx.actor.partnerId)
    return ringsPage({ rings, chosen: query.status, nextUrl: nextUrlOf(base, asked, next) }, view)
  })

  const show = (ctx: RequestContext, asked: Asked) => showRingPage(ctx, barter, asked)
  pages.show(`${base}/:id`, { ids }, (ctx, { ids: { id }, view }) => show(ctx, { id, view }))

  const again: Again<typeof ids> = (ctx, { ids: { id }, view, refusal }) => show(ctx, { id, view, refusal })
  for (const [verb, action, answer] of [
    ['accept', 'ring_accepted', barter.acceptRing],
    ['decline', 'ring_declined', barter.declineRing],
  ] as const)
    pages.act(
      `${base}/:id/${verb}`,
      { role: 'editor', action, ids, again, form: z.strictObject({}) },
      async (ctx, { ids: { id } }) => {
        await answer(ctx, { id })
        return { subject: id, goTo: `${base}/${id}` }
      },
    )
}

/** Statuses of rings that are no longer open. */
const ENDED = ringStatuses.filter((status) => status !== 'proposed')

/**
 * Reads one row more than a page, to know whether there are more. Without a status filter, open rings come before ended
 * ones.
 */
async function listOpenFirst(
  ctx: RequestContext,
  { listRings }: RingVerbs,
  { status, part, cursor }: ListQuery,
) {
  const last = idAfter('ring', cursor)
  const after = last && { id: last, key: null }
  const list = (statuses: readonly RingStatus[], limit: number) =>
    listRings(ctx, { limit, sort: '-id', filters: { status: statuses }, after })
  const limit = PAGE_SIZE + 1
  if (status) return list([status], limit)
  if (part) return list(ENDED, limit)
  const open = await list(['proposed'], limit)
  if (open.length === limit) return open
  return [
    ...open,
    ...(await listRings(ctx, { limit: limit - open.length, sort: '-id', filters: { status: ENDED } })),
  ]
}

interface Asked {
  id: RingId
  view: View
  refusal?: DomainError
}

async function showRingPage(
  ctx: RequestContext,
  barter: RingVerbs,
  { id, view, refusal }: Asked,
): Promise<DeskPage> {
  const row = await barter.readRing(ctx, { id })
  const ring = await showRing(createMarketRepository(ctx.db), row, ctx.actor.partnerId)
  const names = new Map([...(await publicNamesIn(ctx, row)), ...(await namesIn(ctx, ring))])
  return ringPage({ ring, names, refusal: refusal && refusalText(refusal, view) }, view)
}

/** Returns the public names of other partners' organizations, if a public page of their need shows one. */
async function publicNamesIn(
  { db, clock, actor }: RequestContext,
  { parties }: Ring,
): Promise<ReadonlyMap<string, string>> {
  const given = parties.flatMap(({ partnerId, organizationId, givesId }, at) => {
    // What a party receives is given to one of its own postings, which the previous party names.
    const own = [givesId, parties.at(at - 1)?.toId]
    if (organizationId === null || partnerId === actor.partnerId) return []
    return own.flatMap((id) =>
      id !== undefined && isId('need', id) ? [{ partnerId, id, organizationId }] : [],
    )
  })
  const named = await createPublicNeedsRepository(db).namesOf(clock(), given)
  return new Map(
    given.flatMap(({ id, organizationId }) => {
      const name = named.get(id)
      return name === undefined ? [] : [[organizationId, name]]
    }),
  )
}

/** Returns the names of the partner's own parties. */
async function namesIn(
  ctx: RequestContext,
  { parties }: RingFullyShown,
): Promise<ReadonlyMap<string, string>> {
  const own = parties.filter(({ is_yours }) => is_yours).map(partyIdOf)
  const named = await readNamesWithStudents(ctx, own)
  return new Map([...named].flatMap(([id, { name }]) => (name ? [[id, name] as const] : [])))
}

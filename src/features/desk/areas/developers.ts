import { z } from 'zod'
import { type Ids, REQUEST_ID, type RequestContext } from '../../../platform/http/index.ts'
import type { Clock } from '../../../shared/clock.ts'
import { idOf, text } from '../../../shared/wire.ts'
import {
  createClient,
  disableClient,
  enableClient,
  listClients,
  listRequests,
  rotateClientSecret,
} from '../../access/index.ts'
import { readFeed, type Webhooks } from '../../notifications/index.ts'
import { logCandidatesIn } from '../../postings/index.ts'
import type { Again, DeskPages } from '../desk-pages.ts'
import { refusalText } from '../look/refusal-text.ts'
import { developersPage, secretPage } from '../pages/developers/developers-page.ts'
import { endpointPage } from '../pages/developers/endpoint-page.ts'
import { eventsPage } from '../pages/developers/events-page.ts'
import { scopesOfRole } from '../staff/role-scopes.ts'
import { staffRoles } from '../staff/staff.table.ts'

export interface DeveloperPorts {
  webhooks: Pick<Webhooks, 'list' | 'read' | 'listDeliveries' | 'redeliver' | 'queueTest' | 'wakeDeliveries'>
  /** Secrets and deliveries use real time, even in a sandbox. */
  clock: Clock
}

const base = '/desk/developers'
const SHOWN = 50
const MOST_ENDPOINTS = 100
const NEWEST_REQUESTS = 20
const nothing = z.strictObject({})
const clientIds = { id: 'client' } as const
const endpointIds = { id: 'webhook_endpoint' } as const
const position = z
  .string()
  .regex(/^\d{1,15}$/)
  .optional()

/** Adds the pages of a partner's clients, webhooks and events. */
export function addDeveloperPages(pages: DeskPages, { webhooks, clock }: DeveloperPorts): void {
  const inRealTime = <C extends RequestContext>(ctx: C): C => ({ ...ctx, clock })
  const read = async (ctx: RequestContext, requestId?: string) => ({
    clients: await listClients(inRealTime(ctx)),
    endpoints: await webhooks.list(ctx, { limit: MOST_ENDPOINTS, after: undefined }),
    requestId,
    requests: await newestRequests(ctx, requestId),
  })
  const again: Again<Ids> = async (ctx, { view, refusal }) =>
    developersPage({ ...(await read(ctx)), refusal: refusalText(refusal, view) }, view)

  const query = { request_id: z.string().max(200).optional() }
  pages.show(base, { role: 'admin', query }, async (ctx, { query, view }) =>
    developersPage(await read(ctx, query.request_id?.trim() || undefined), view),
  )

  const form = z.strictObject({ name: text(1, 100), access: z.enum(staffRoles) })
  pages.act(
    `${base}/clients`,
    { role: 'admin', action: 'client_created', again, form },
    async (ctx, { form: { name, access }, view }) => {
      const made = await createClient(inRealTime(ctx), { name, scopes: [...scopesOfRole(access)] })
      return { subject: made.client.id, page: secretPage(made, view) }
    },
  )
  pages.act(
    '/desk/clients/:id/rotate',
    { role: 'admin', action: 'client_secret_rotated', ids: clientIds, again, form: nothing },
    async (ctx, { ids: { id }, view }) => {
      const made = await rotateClientSecret(inRealTime(ctx), { id, keepOldHours: 24 })
      return { subject: id, page: secretPage(made, view) }
    },
  )
  for (const [verb, action, change] of [
    ['disable', 'client_disabled', disableClient],
    ['enable', 'client_enabled', enableClient],
  ] as const)
    pages.act(
      `/desk/clients/:id/${verb}`,
      { role: 'admin', action, ids: clientIds, again, form: nothing },
      async (ctx, { ids: { id } }) => {
        await change(inRealTime(ctx), { id })
        return { subject: id, goTo: base }
      },
    )
  addEndpointPages(pages, webhooks, inRealTime)
  addEventPage(pages)
}

/** Lists requests. A text that can't be an id finds none. */
async function newestRequests(ctx: RequestContext, requestId: string | undefined) {
  const newest = { limit: NEWEST_REQUESTS, sort: '-created_at' }
  if (requestId === undefined) return listRequests(ctx, newest)
  if (!REQUEST_ID.test(requestId)) return []
  return listRequests(ctx, { ...newest, filters: { request_id: requestId } })
}

function addEndpointPages(
  pages: DeskPages,
  webhooks: DeveloperPorts['webhooks'],
  inRealTime: <C extends RequestContext>(ctx: C) => C,
): void {
  const at = '/desk/webhooks/:id'
  const read = async (ctx: RequestContext, id: Parameters<Webhooks['read']>[1]['id'], before?: string) => {
    const page = { limit: SHOWN + 1, after: before === undefined ? undefined : Number(before) }
    const rows = await webhooks.listDeliveries(ctx, { id, ...page })
    const deliveries = rows.slice(0, SHOWN)
    const last = rows.length > SHOWN ? deliveries.at(-1) : undefined
    const nextUrl = last ? `/desk/webhooks/${id}?before=${last.position}` : null
    return { endpoint: await webhooks.read(ctx, { id }), deliveries, nextUrl }
  }
  pages.show(
    at,
    { role: 'admin', ids: endpointIds, query: { before: position } },
    async (ctx, { ids: { id }, query: { before }, view }) => endpointPage(await read(ctx, id, before), view),
  )
  const again: Again<typeof endpointIds> = async (ctx, { ids: { id }, view, refusal }) =>
    endpointPage({ ...(await read(ctx, id)), refusal: refusalText(refusal, view) }, view)
  const common = { role: 'admin', ids: endpointIds, again, afterCommit: webhooks.wakeDeliveries } as const
  pages.act(
    `${at}/redeliver`,
    { ...common, action: 'delivery_resent', form: z.strictObject({ delivery_id: idOf('delivery') }) },
    async (ctx, { ids: { id }, form }) => {
      await webhooks.redeliver(inRealTime(ctx), { id, deliveryId: form.delivery_id })
      return { subject: form.delivery_id, goTo: `/desk/webhooks/${id}` }
    },
  )
  pages.act(`${at}/test`, { ...common, action: 'webhook_tested', form: nothing }, async (ctx, { ids }) => {
    await webhooks.queueTest(inRealTime(ctx), ids)
    return { subject: ids.id, goTo: `/desk/webhooks/${ids.id}` }
  })
}

function addEventPage(pages: DeskPages): void {
  const query = { after: position }
  pages.showInTransaction(`${base}/events`, { role: 'admin', query }, async (ctx, { query, view }) => {
    const after = query.after === undefined ? undefined : BigInt(query.after)
    const { events, continueAt, hasMore } = await readFeed(ctx, { after, types: undefined, limit: SHOWN })
    await logCandidatesIn(ctx, JSON.stringify(events.map((one) => one.data)))
    return eventsPage({ events, nextUrl: hasMore ? `${base}/events?after=${continueAt}` : null }, view)
  })
}

import {
  createClient,
  type ErrorCode,
  type EventType,
  type ItemOf,
  ifMatch,
  orThrow,
  type Schema,
  type SmartsourceOptions,
  verifyWebhook,
  type WebhookMessage,
} from 'smartsource/client'

// Compiled only: what must not compile is marked, and the mark itself is an error where the line compiles.

declare const options: SmartsourceOptions
const api = createClient(options)
const path = { id: 'need_01kafz3e00e008000000000012' }

export async function queriesAndPaths() {
  await api.GET('/v1/needs/{id}/matches', { params: { path, query: { kinds: ['volunteer', 'intern'] } } })
  // @ts-expect-error kinds are a list
  await api.GET('/v1/needs/{id}/matches', { params: { path, query: { kinds: 'volunteer' } } })
  // @ts-expect-error no such kind
  await api.GET('/v1/needs/{id}/matches', { params: { path, query: { kinds: ['volunter'] } } })
  // @ts-expect-error no such kind, in pages either
  api.pages('/v1/needs/{id}/matches', { params: { path, query: { kinds: ['volunter'] } } })
  // @ts-expect-error no such parameter
  await api.GET('/v1/needs', { params: { query: { limitt: 3 } } })
  // @ts-expect-error the path needs an id
  await api.GET('/v1/needs/{id}')
  // @ts-expect-error of this name
  await api.GET('/v1/needs/{id}', { params: { path: { need_id: 'x' } } })
  // @ts-expect-error no such path
  await api.GET('/v1/unicorns')
  // @ts-expect-error no such method at this path
  await api.DELETE('/v1/needs')
  // @ts-expect-error a need is no list
  api.pages('/v1/needs/{id}', { params: { path } })
  // @ts-expect-error no such event type
  await api.GET('/v1/events', { params: { query: { types: ['need.postd'] } } })
  await api.GET('/v1/events', { params: { query: { types: ['need.posted', 'introduction.*'] } } })
}

export async function changes() {
  const header = ifMatch(orThrow(await api.GET('/v1/needs/{id}', { params: { path } })))
  await api.PATCH('/v1/needs/{id}', { params: { path, header }, body: { title: 'Books', deadline_at: null } })
  // @ts-expect-error If-Match is missing
  await api.PATCH('/v1/needs/{id}', { params: { path }, body: { title: 'Books' } })
  // @ts-expect-error If-Match is missing
  await api.DELETE('/v1/needs/{id}', { params: { path } })
  // @ts-expect-error a need has no such field
  await api.PATCH('/v1/needs/{id}', { params: { path, header }, body: { titel: 'Books' } })
  // @ts-expect-error nor such a value
  await api.PATCH('/v1/needs/{id}', { params: { path, header }, body: { modality: 'remotely' } })
  // @ts-expect-error a body is required
  await api.PATCH('/v1/needs/{id}', { params: { path, header } })
  const nothing: undefined = orThrow(await api.DELETE('/v1/needs/{id}', { params: { path, header } }))
  return nothing
}

export async function bodies() {
  await api.POST('/v1/introductions', { body: { need_id: 'need_1', offer_id: 'offer_1' } })
  // @ts-expect-error an offer is required too
  await api.POST('/v1/introductions', { body: { need_id: 'need_1' } })
  const work = { helper_id: 'helper_1', title: 'Web shops', modality: 'remote' } as const
  await api.POST('/v1/offers', {
    body: { ...work, kind: 'barter', terms: { wants: [{ skill: 'catering' }] } },
  })
  // @ts-expect-error these are the terms of another kind
  await api.POST('/v1/offers', { body: { ...work, kind: 'paid', terms: { wants: [{ skill: 'catering' }] } } })
}

export async function refusals() {
  const { data, error } = await api.GET('/v1/needs/{id}', { params: { path } })
  if (error) {
    // @ts-expect-error no such code
    if (error.code === 'need_not_fund') return null
    // @ts-expect-error a code that this operation does not answer
    if (error.code === 'offer_not_found') return null
    return error.code === 'need_not_found' ? null : error.detail
  }
  const title: string = data.title
  // @ts-expect-error no such code of any operation
  const code: ErrorCode = 'need_not_fund'
  // @ts-expect-error no such event
  const type: EventType = 'need.postd'
  return [title, code, type]
}

export function terms(
  offer: Schema<'Offer'> | Schema<'OfferFace'> | ItemOf<'/v1/needs/{id}/matches'>['offer'],
): string {
  // @ts-expect-error only some offers want something
  offer.terms.wants
  switch (offer.kind) {
    case 'volunteer':
      return offer.terms.causes.join()
    case 'intern':
      return String(offer.terms.paid_only)
    case 'barter':
      return offer.terms.wants.map(({ skill }) => skill).join()
    case 'paid':
      return `${offer.terms.rate.amount_minor} ${offer.terms.rate.unit}`
    default:
      return offer satisfies never
  }
}

export async function webhooks(body: string, headers: Headers) {
  const message: WebhookMessage = await verifyWebhook({ body, headers, secrets: ['whsec_1', 'whsec_2'] })
  // @ts-expect-error not of every event
  message.data.matches
  // @ts-expect-error no such event
  if (message.type === 'match.fund') return null
  if (message.type === 'match.found') return message.data.matches.map(({ score }) => score.toFixed(2))
  if (message.type === 'webhook_endpoint.disabled') return message.data.reason === 'gone'
  return message.data.resource_id
}

export async function files(file: Blob) {
  const started = await api.startImport(file, { type: 'candidates', mode: 'dry_run' })
  // @ts-expect-error no such type of records
  await api.startImport(file, { type: 'students', mode: 'apply' })
  const { rejected } = await api.waitForImport(started.id, { onProgress: ({ rows_read }) => rows_read })
  return rejected
}

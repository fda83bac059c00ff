import { z } from 'zod'
import type { Queryable } from '../../platform/db/index.ts'
import {
  type App,
  idAfter,
  negotiate,
  pageQuery,
  problem,
  sendText,
  toPage,
} from '../../platform/http/index.ts'
import type { Clock } from '../../shared/clock.ts'
import { notFound } from '../../shared/errors.ts'
import { idInAddress } from '../../shared/id-in-address.ts'
import { idOf } from '../../shared/wire.ts'
import { needFaceOf } from '../matches/index.ts'
import { jsonFeed, jsonFeedOf } from './json-feed.ts'
import { needJsonLd } from './need-json-ld.ts'
import { NEED_PAGE_POLICY, needPage } from './need-page.ts'
import { createPublicNeedsRepository, type PublicNeed } from './public-needs.repository.ts'
import { MOST_URLS, sitemap, sitemapIndex } from './sitemap.ts'

export interface PublicDeps {
  db: Queryable
  clock: Clock
  issuer: () => string
  /** The address of a skill in a public classification; null where it has none. */
  skillUri(skill: string): string | null
}

const tags = ['Public']
const JSON_LD = 'application/ld+json'
const others = { 304: z.undefined().describe('You have this version'), 422: problem, 503: problem }

/** What anybody may read, without a token. */
export function registerPublicRoutes(app: App, deps: PublicDeps): void {
  const needs = createPublicNeedsRepository(deps.db)
  const at = (path: string) => `${deps.issuer()}/public/${path}`

  app.addHook('onRequest', async (_request, reply) => {
    // May be kept, but is asked for again each time: what is closed or switched off is gone at once.
    reply.header('cache-control', 'no-cache')
    reply.header('access-control-allow-origin', '*')
    reply.header('cross-origin-resource-policy', 'cross-origin')
  })

  app.get(
    '/public/needs.json',
    {
      schema: {
        tags,
        summary: 'Open needs, the newest first, as JSON Feed 1.1',
        querystring: z.object(pageQuery),
        response: { 200: { content: { 'application/feed+json': { schema: jsonFeed } } }, ...others },
      },
    },
    async (request, reply) => {
      const { limit, cursor } = request.query
      const rows = await needs.list(deps.clock(), limit + 1, idAfter('need', cursor))
      const page = toPage(rows, limit, feedItem, ({ need }) => ({ id: need.id }))
      const feed = jsonFeedOf(page.data, {
        feedUrl: at('needs.json'),
        nextUrl: page.next_cursor && at(`needs.json?limit=${limit}&cursor=${page.next_cursor}`),
        docsUrl: `${deps.issuer()}/docs`,
      })
      return sendText(request, reply, { mediaType: 'application/feed+json', text: JSON.stringify(feed) })
    },
  )

  app.get(
    '/public/needs/:id',
    {
      schema: {
        tags,
        summary: 'An open need as a page, or as JSON-LD where `Accept` would rather have that',
        params: z.object({ id: z.string() }),
        response: {
          200: {
            content: {
              'text/html': { schema: z.string() },
              [JSON_LD]: { schema: z.record(z.string(), z.unknown()) },
            },
          },
          404: problem,
          ...others,
        },
      },
    },
    async (request, reply) => {
      const mediaType = negotiate(request, reply, ['text/html', JSON_LD])
      const row = await needs.find(deps.clock(), idInAddress('need', request.params.id, 'need'))
      if (!row) throw notFound('need')
      const { face, url, language, updatedAt } = feedItem(row)
      const jsonLd = needJsonLd({
        face,
        isOpen: true,
        iri: `${deps.issuer()}/v1/needs/${face.id}`,
        url,
        skillUri: deps.skillUri,
      })
      reply.header('last-modified', updatedAt.toUTCString())
      if (mediaType === JSON_LD) return sendText(request, reply, { mediaType, text: JSON.stringify(jsonLd) })
      reply.header('content-security-policy', NEED_PAGE_POLICY)
      const text = needPage(face, { jsonLd, url, feedUrl: at('needs.json'), language })
      return sendText(request, reply, { mediaType: `${mediaType}; charset=utf-8`, text })
    },
  )

  app.get(
    '/public/sitemap.xml',
    {
      schema: {
        tags,
        summary: 'Index of the sitemaps',
        produces: ['application/xml'],
        response: { 200: z.string(), ...others },
      },
    },
    async (request, reply) => {
      const cuts = await needs.cuts(deps.clock())
      const pages = ['', ...cuts.map((from) => `?from=${from}`)].map((query) =>
        at(`sitemap-needs.xml${query}`),
      )
      return sendText(request, reply, { mediaType: 'application/xml', text: sitemapIndex(pages) })
    },
  )

  app.get(
    '/public/sitemap-needs.xml',
    {
      schema: {
        tags,
        summary: 'A sitemap of open needs, of those that the index names',
        produces: ['application/xml'],
        querystring: z.object({ from: idOf('need').optional() }),
        response: { 200: z.string(), ...others },
      },
    },
    async (request, reply) => {
      const rows = await needs.pageFrom(deps.clock(), request.query.from, MOST_URLS)
      const urls = rows.map(({ id, updatedAt }) => ({ url: at(`needs/${id}`), updatedAt }))
      return sendText(request, reply, { mediaType: 'application/xml', text: sitemap(urls) })
    },
  )

  function feedItem(row: PublicNeed) {
    const { languages } = row.organization
    return {
      face: needFaceOf(row),
      url: at(`needs/${row.need.id}`),
      // Of several languages nobody knows in which one it is written.
      language: languages.length === 1 ? (languages[0] ?? null) : null,
      updatedAt: row.updatedAt,
    }
  }
}

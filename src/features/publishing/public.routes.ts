import { z } from 'zod'
import type { Queryable } from '../../platform/db/index.ts'
import {
  type App,
  addRoute,
  idAfter,
  negotiate,
  pageQuery,
  sendText,
  toPage,
} from '../../platform/http/index.ts'
import type { Clock } from '../../shared/clock.ts'
import { notFound } from '../../shared/errors.ts'
import { idOf } from '../../shared/wire.ts'
import { toPublicNeedView } from '../matches/index.ts'
import { jsonFeed, jsonFeedOf } from './json-feed.ts'
import { needJsonLd } from './need-json-ld.ts'
import { NEED_PAGE_POLICY, needPage } from './need-page.ts'
import { createPublicNeedsRepository, type PublicNeed } from './public-needs.repository.ts'
import type { Publishing } from './publishing.ts'
import { MOST_URLS, sitemap, sitemapIndex } from './sitemap.ts'

const tag = 'Public'
const JSON_LD = 'application/ld+json'
const xml = { 'application/xml': z.string() }

interface PublicPorts {
  db: Queryable
  clock: Clock
  publishing: Pick<Publishing, 'issuer' | 'skillUri'>
}

/** Routes that anybody may read without a token. */
export function registerPublicRoutes(app: App, { db, clock, publishing }: PublicPorts): void {
  const { issuer, skillUri } = publishing
  const needs = createPublicNeedsRepository(db)
  const at = (path: string) => `${issuer()}/public/${path}`

  app.addHook('onRequest', async (_request, reply) => {
    // Caches must revalidate each time: a need that is closed or hidden disappears at once.
    reply.header('cache-control', 'no-cache')
    reply.header('access-control-allow-origin', '*')
    reply.header('cross-origin-resource-policy', 'cross-origin')
  })

  addRoute(
    app,
    'GET',
    '/public/needs.json',
    {
      tag,
      summary: 'Read open needs as JSON Feed 1.1, newest first',
      query: z.object(pageQuery),
      answers: { 200: { 'application/feed+json': jsonFeed } },
      versioned: true,
      refusals: ['validation_failed', 'invalid_cursor'],
    },
    async (request, reply, { query: { limit, cursor } }) => {
      const rows = await needs.list(clock(), limit + 1, idAfter('need', cursor))
      const page = toPage(rows, limit, feedItem, ({ need }) => ({ id: need.id }))
      const feed = jsonFeedOf(page.data, {
        feedUrl: at('needs.json'),
        nextUrl: page.next_cursor && at(`needs.json?limit=${limit}&cursor=${page.next_cursor}`),
        docsUrl: `${issuer()}/docs`,
      })
      return sendText(request, reply, { mediaType: 'application/feed+json', text: JSON.stringify(feed) })
    },
  )

  addRoute(
    app,
    'GET',
    '/public/needs/:id',
    {
      tag,
      summary: 'Read an open need as a page, or as JSON-LD if `Accept` prefers it',
      ids: { id: 'need' },
      answers: { 200: { 'text/html': z.string(), [JSON_LD]: z.record(z.string(), z.unknown()) } },
      versioned: true,
      refusals: ['validation_failed'],
    },
    async (request, reply, { ids }) => {
      const mediaType = negotiate(request, reply, ['text/html', JSON_LD])
      const row = await needs.find(clock(), ids.id)
      if (!row) throw notFound('need')
      const { view, url, language, updatedAt } = feedItem(row)
      const iri = `${issuer()}/v1/needs/${view.id}`
      const jsonLd = needJsonLd({ view, isOpen: true, iri, url, skillUri })
      reply.header('last-modified', updatedAt.toUTCString())
      if (mediaType === JSON_LD) return sendText(request, reply, { mediaType, text: JSON.stringify(jsonLd) })
      reply.header('content-security-policy', NEED_PAGE_POLICY)
      const text = needPage(view, { jsonLd, url, feedUrl: at('needs.json'), language })
      return sendText(request, reply, { mediaType: `${mediaType}; charset=utf-8`, text })
    },
  )

  addRoute(
    app,
    'GET',
    '/public/sitemap.xml',
    {
      tag,
      summary: 'Read the index of the sitemaps',
      answers: { 200: xml },
      versioned: true,
      refusals: ['validation_failed'],
    },
    async (request, reply) => {
      const cuts = await needs.cuts(clock())
      const pages = ['', ...cuts.map((from) => `?from=${from}`)].map((query) =>
        at(`sitemap-needs.xml${query}`),
      )
      return sendText(request, reply, { mediaType: 'application/xml', text: sitemapIndex(pages) })
    },
  )

  addRoute(
    app,
    'GET',
    '/public/sitemap-needs.xml',
    {
      tag,
      summary: 'Read one of the sitemaps that the index names',
      query: z.object({ from: idOf('need').optional() }),
      answers: { 200: xml },
      versioned: true,
      refusals: ['validation_failed'],
    },
    async (request, reply, { query }) => {
      const rows = await needs.pageFrom(clock(), query.from, MOST_URLS)
      const urls = rows.map(({ id, updatedAt }) => ({ url: at(`needs/${id}`), updatedAt }))
      return sendText(request, reply, { mediaType: 'application/xml', text: sitemap(urls) })
    },
  )

  function feedItem(row: PublicNeed) {
    const { languages } = row.organization
    return {
      view: toPublicNeedView(row),
      url: at(`needs/${row.need.id}`),
      // With several languages, the language of the text is not known.
      language: languages.length === 1 ? (languages[0] ?? null) : null,
      updatedAt: row.updatedAt,
    }
  }
}

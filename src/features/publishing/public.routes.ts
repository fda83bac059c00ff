import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Queryable } from '../../platform/db/index.ts'
import {
  type App,
  addRoute,
  htmlPage,
  idAfter,
  negotiate,
  PAGE_POLICY,
  pageQuery,
  sendText,
  toPage,
} from '../../platform/http/index.ts'
import type { Clock } from '../../shared/clock.ts'
import { notFound } from '../../shared/errors.ts'
import { idOf } from '../../shared/wire.ts'
import { type PublishedNeedView, toPublishedNeedView } from '../postings/index.ts'
import { jsonFeed, jsonFeedOf } from './json-feed.ts'
import { needJsonLd } from './need-json-ld.ts'
import { needPage } from './need-page.ts'
import { queryOf, searchQuery, toNeedSearch } from './need-search.ts'
import { needsPage } from './needs-page.ts'
import { createPublicNeedsRepository, type PublicNeed } from './public-needs.repository.ts'
import type { Publishing } from './publishing.ts'
import { MOST_URLS, sitemap, sitemapIndex } from './sitemap.ts'

const tag = 'Public'
const JSON_LD = 'application/ld+json'
const html = { 'text/html': z.string() }
const listQuery = z.object({ ...pageQuery, ...searchQuery })
const xml = { 'application/xml': z.string() }

interface PublicPorts {
  db: Queryable
  clock: Clock
  publishing: Pick<Publishing, 'issuer' | 'skillUri'>
}

/** Registers the routes that anybody may read without a token. */
export function registerPublicRoutes(app: App, { db, clock, publishing }: PublicPorts): void {
  const { issuer, skillUri } = publishing
  const needs = createPublicNeedsRepository(db)
  const at = (path: string) => `${issuer()}/public/${path}`

  app.addHook('onRequest', async (_request, reply) => {
    // Caches must revalidate each time, so that a closed or hidden need disappears immediately.
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
      operationId: 'getPublicFeed',
      summary: 'Read open needs as JSON Feed 1.1, newest first',
      query: listQuery,
      answers: { 200: { 'application/feed+json': jsonFeed } },
      versioned: true,
      refusals: ['validation_failed', 'invalid_cursor'],
    },
    async (request, reply, { query }) => {
      const { data, next, search } = await pageFor(query)
      const feed = jsonFeedOf(data, {
        feedUrl: at(`needs.json${queryOf(search)}`),
        nextUrl: next && at(`needs.json${next}`),
        docsUrl: `${issuer()}/docs`,
      })
      return sendText(request, reply, { mediaType: 'application/feed+json', text: JSON.stringify(feed) })
    },
  )

  addRoute(
    app,
    'GET',
    '/public/needs',
    {
      tag,
      summary: 'Read open needs as a page, with a search',
      query: listQuery,
      answers: { 200: html },
      versioned: true,
      refusals: ['validation_failed', 'invalid_cursor'],
    },
    async (request, reply, { query }) => {
      const { data, next, search } = await pageFor(query)
      const text = needsPage(data, {
        search,
        isFirst: query.cursor === undefined,
        feedUrl: at(`needs.json${queryOf(search)}`),
        nextUrl: next && at(`needs${next}`),
      })
      return sendPage(request, reply, text)
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
      answers: { 200: { ...html, [JSON_LD]: z.record(z.string(), z.unknown()) } },
      versioned: true,
      refusals: ['validation_failed'],
    },
    async (request, reply, { ids }) => {
      const mediaType = negotiate(request, reply, ['text/html', JSON_LD])
      const row = await needs.find(clock(), ids.id)
      if (!row) throw notFound('need')
      const { view, url, language, updatedAt, organizationName, offerHelpUrl } = feedItem(row)
      const iri = `${issuer()}/v1/needs/${view.id}`
      const jsonLd = needJsonLd({
        ...{ view, isOpen: true, iri, url, skillUri },
        ...(organizationName !== null && { organization: organizationOf(view, organizationName) }),
      })
      reply.header('last-modified', updatedAt.toUTCString())
      if (mediaType === JSON_LD) return sendText(request, reply, { mediaType, text: JSON.stringify(jsonLd) })
      const about = { jsonLd, url, feedUrl: at('needs.json'), language, organizationName, offerHelpUrl }
      return sendPage(request, reply, needPage({ view, ...about }))
    },
  )

  addRoute(
    app,
    'GET',
    '/public/sitemap.xml',
    {
      tag,
      operationId: 'getSitemapIndex',
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
      operationId: 'getSitemap',
      summary: 'Read one of the sitemaps in the index',
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

  addRoute(
    app,
    'GET',
    '/robots.txt',
    {
      tag,
      summary: 'Read the rules for search engines (robots.txt)',
      answers: { 200: { 'text/plain': z.string() } },
      versioned: true,
    },
    async (request, reply) => {
      const lines = ['User-agent: *', 'Disallow: /v1/', 'Disallow: /oauth/', `Sitemap: ${at('sitemap.xml')}`]
      return sendText(request, reply, { mediaType: 'text/plain', text: `${lines.join('\n')}\n` })
    },
  )

  addRoute(
    app,
    'GET',
    '/',
    {
      tag,
      operationId: 'getHome',
      summary: 'Read what this service is',
      answers: { 200: html },
      versioned: true,
    },
    async (request, reply) => {
      const main = `<h1>Smartsource</h1>
<p>Small businesses, solopreneurs and nonprofits find help that costs no money: a volunteer, a student, a swap.</p>
<p><a class="action" href="/public/needs">See open needs</a></p>
<p>Sites and internship offices connect to it through its <a href="/docs">API</a>.</p>`
      return sendPage(request, reply, htmlPage({ title: 'Smartsource', main }))
    },
  )

  async function pageFor({ limit, cursor, ...search }: z.output<typeof listQuery>) {
    const asked = { search: toNeedSearch(search), limit: limit + 1, after: idAfter('need', cursor) }
    const rows = await needs.list(clock(), asked)
    const { data, next_cursor } = toPage(rows, limit, feedItem, ({ need }) => ({ id: need.id }))
    return {
      data,
      search,
      next: next_cursor && queryOf({ ...search, limit: String(limit), cursor: next_cursor }),
    }
  }

  function feedItem(row: PublicNeed) {
    const { languages } = row.organization
    return {
      view: toPublishedNeedView(row),
      url: at(`needs/${row.need.id}`),
      // If there are several languages, that of the text is unknown.
      language: languages.length === 1 ? (languages[0] ?? null) : null,
      organizationName: row.organization.publicName,
      offerHelpUrl: helpUrlOf(row),
      updatedAt: row.updatedAt,
    }
  }
}

function sendPage(request: FastifyRequest, reply: FastifyReply, text: string) {
  reply.header('content-security-policy', PAGE_POLICY)
  return sendText(request, reply, { mediaType: 'text/html; charset=utf-8', text })
}

function organizationOf({ organization_kind }: PublishedNeedView, name: string) {
  return { '@type': organization_kind === 'nonprofit' ? 'NGO' : 'Organization', name } as const
}

/** Returns the partner's own page on which a visitor offers help. */
function helpUrlOf({ need, partner }: PublicNeed): string | null {
  return (
    partner.offerHelpUrl
      ?.replaceAll('{need_id}', encodeURIComponent(need.id))
      .replaceAll('{external_id}', encodeURIComponent(need.externalId ?? '')) ?? null
  )
}

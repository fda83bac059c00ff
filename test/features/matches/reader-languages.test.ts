import t from 'tap'
import { readerLanguageOf } from '../../../src/platform/http/reader-language.ts'
import { type Partner, startTestService } from '../../support/service.ts'
import { postWorld } from '../../support/world.ts'

const service = await startTestService(t)
const partner = await service.newPartner()
const skill = 'mending of concertinas'
const world = await postWorld(partner, {
  need: { title: skill, skills: [{ skill, importance: 'must' }], hours_per_week: 3, accepts: ['volunteer'] },
  offer: { title: skill, skills: [skill], hours_per_week: 4 },
})
const pages = [
  `/v1/needs/${world.needId}/matches`,
  `/v1/offers/${world.offerId}/matches`,
  `/v1/needs/${world.needId}/matches/${world.offerId}`,
]

const read = (by: Partner, url: string, acceptLanguage?: string) =>
  by.call('GET', url, { ...(acceptLanguage && { headers: { 'accept-language': acceptLanguage } }) })

const SENTENCES = new Set(['summary', 'reason', 'detail', 'smallest_change'])
const withoutSentences = (body: unknown) =>
  JSON.parse(JSON.stringify(body), (key, value: unknown) => (SENTENCES.has(key) ? typeof value : value))

t.test(
  'a page in another language differs in its sentences only, and says which language it is in',
  async (t) => {
    for (const url of pages) {
      const english = await read(partner, url)
      t.match(english, { status: 200, headers: { 'content-language': 'en', vary: 'Accept-Language' } })
      const summaries = new Set<string>()
      for (const language of ['en', 'es', 'fr', 'de', 'pt']) {
        const answer = await read(partner, url, language)
        t.match(answer, { status: 200, headers: { 'content-language': language, vary: 'Accept-Language' } })
        t.same(withoutSentences(answer.body), withoutSentences(english.body), `${language} ${url}`)
        const [{ summary }] = answer.body.data ?? [answer.body]
        t.ok(summary.includes(skill), summary)
        summaries.add(summary)
      }
      t.equal(summaries.size, 5)
    }
  },
)

t.test('each side reads a summary of the other, in the words that were posted', async (t) => {
  const [forNeed, forOffer] = await Promise.all(pages.slice(0, 2).map((url) => read(partner, url)))
  t.match(
    forNeed?.body.data[0].summary,
    /^Knows mending of concertinas, has the 3 hours a week you need, .*costs nothing\.$/,
  )
  t.match(
    forOffer?.body.data[0].summary,
    /^Needs mending of concertinas, 3 hours a week, .*for a nonprofit\.$/,
  )
})

t.test(
  'a preview comes in the language of the reader too, and so do the title and the detail of an error',
  async (t) => {
    const headers = { 'accept-language': 'de' }
    const need = {
      organization_id: world.organizationId,
      title: skill,
      description: skill,
      skills: [skill],
      accepts: ['volunteer'],
      modality: 'remote',
    }
    const preview = await partner.call('POST', '/v1/matches/preview', { body: { need }, headers })
    t.match(preview, { status: 200, headers: { 'content-language': 'de' } })
    const refused = await partner.call('GET', `/v1/needs/${world.offerId}/matches`, { headers })
    t.match(refused, {
      status: 404,
      headers: { 'content-language': 'de' },
      body: { title: 'Gesuch nicht gefunden' },
    })
    const inEnglish = await partner.call('GET', `/v1/needs/${world.offerId}/matches`)
    t.match(inEnglish.body, { code: 'need_not_found', title: 'Need not found' })
    t.not(refused.body.detail, inEnglish.body.detail)
  },
)

t.test('what callers meet most often is said in their language, whoever they are', async (t) => {
  const headers = { 'accept-language': 'de' }
  const weak = await service.newPartner({ scopes: ['needs:read'] })
  const path = `/v1/needs/${world.needId}`
  const body = { hours_per_week: 2 }
  const withTag = (tag: string) => ({ body, headers: { ...headers, 'if-match': tag } })
  const cases = {
    unauthenticated: await service.inject({ method: 'GET', url: '/v1/needs', headers }),
    scope_missing: await weak.call('GET', '/v1/offers', { headers }),
    route_not_found: await partner.call('GET', '/v1/need', { headers }),
    method_not_allowed: await partner.call('PUT', '/v1/needs', { headers }),
    unsupported_media_type: await partner.call('POST', '/v1/needs', {
      body: 'a=1',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    }),
    precondition_required: await partner.call('PATCH', path, { body, headers }),
    precondition_failed: await partner.call('PATCH', path, withTag('"77"')),
    malformed_request: await partner.call('PATCH', path, withTag('77')),
    need_not_found: await partner.call('GET', '/v1/needs/need_01h455vb4pex5vsknk084sn02q', { headers }),
  }
  for (const [code, { body: problem, headers: sent }] of Object.entries(cases)) {
    t.match(problem, { code }, code)
    t.equal(sent['content-language'], 'de', code)
    t.notMatch(`${problem.title}. ${problem.detail}`, /\b(the|not|this|a|is|must|send)\b/i, problem.detail)
  }
})

t.test(
  'the language that a reader prefers is read as RFC 9110 says, and is English if we have none of them',
  (t) => {
    const languageOf = (acceptLanguage?: string) =>
      readerLanguageOf({ headers: acceptLanguage === undefined ? {} : { 'accept-language': acceptLanguage } })
    const cases: [string | undefined, string][] = [
      [undefined, 'en'],
      ['', 'en'],
      ['*', 'en'],
      ['es', 'es'],
      ['ES-mx', 'es'],
      ['pt-BR,pt;q=0.9,en;q=0.8', 'pt'],
      ['en;q=0.5, fr;q=0.7', 'fr'],
      ['ja, de;q=0.4', 'de'],
      ['ja', 'en'],
      ['ja, *;q=0.1', 'en'],
      ['es;q=0', 'en'],
      ['es;q=0, de;q=0.1', 'de'],
      ['zh-Hant-TW, ko', 'en'],
      [';;;q=,,', 'en'],
    ]
    for (const [acceptLanguage, language] of cases)
      t.equal(languageOf(acceptLanguage), language, JSON.stringify(acceptLanguage))
    t.end()
  },
)

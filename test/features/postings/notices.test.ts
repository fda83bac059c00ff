import t from 'tap'
import { needBody, offerBody } from '../../support/bodies.ts'
import { inventedWord } from '../../support/invented-words.ts'
import { type CallOptions, type Partner, startTestService } from '../../support/service.ts'
import { postWorld } from '../../support/world.ts'

const service = await startTestService(t)
const partner = await service.newPartner()
const { organizationId, helperId } = await postWorld(partner)

const unusedBudget = { budget: { amount_minor: 4000, currency: 'USD', unit: 'hour' }, accepts: ['volunteer'] }
const textOnly = (title: string, description: string) => ({ title, description, skills: [] })
const codesOf = ({ body }: { body: { notices: { code: string }[] } }) => body.notices.map(({ code }) => code)
const postNeed = (more: Record<string, unknown>, options: CallOptions = {}) =>
  partner.call('POST', '/v1/needs', { ...options, body: needBody(organizationId, more) })
const postOffer = (more: Record<string, unknown>, options: CallOptions = {}) =>
  partner.call('POST', '/v1/offers', { ...options, body: offerBody(helperId, more) })

t.test(
  'a text of which nothing is understood has a notice that says what to do, until a skill is named',
  async (t) => {
    const word = inventedWord()
    for (const [title, description] of [
      ['🎉', '🔥🔥🔥'],
      [word, word],
      ['Tarvitsemme apua', 'Etsimme jotakuta, joka hoitaa kirjanpitomme kerran kuussa.'],
      ['Нужна помощь', 'Ищем человека, который ведёт бухгалтерию.'],
      ['手伝ってください', '帳簿をつけてくれる人を探しています。'],
    ] as const)
      for (const post of [postNeed, postOffer]) {
        const reply = await post({ ...textOnly(title, description), open_to: undefined })
        t.ok(codesOf(reply).includes('work_not_understood'), `${title}: ${codesOf(reply)}`)
        const notice = reply.body.notices.find(({ code }: { code: string }) => code === 'work_not_understood')
        t.match(notice.detail, /Name one or more skills/)
        const named = await partner.call('PATCH', String(reply.headers.location), {
          headers: { 'if-match': String(reply.headers.etag) },
          body: { skills: [word] },
        })
        t.notOk(codesOf(named).includes('work_not_understood'), title)
      }
  },
)

t.test('a text with a skill has no such notice', async (t) => {
  t.same(codesOf(await postNeed(textOnly('Bookkeeping', inventedWord()))), [])
})

t.test('a text whose words are known, but name no skill, is asked for one', async (t) => {
  for (const [title, description] of [
    ['Hello', 'We need help, and we are glad about everybody who asks'],
    ['Hola', 'Necesitamos ayuda y nos alegra que alguien pregunte'],
    ['Bonjour', 'Nous avons besoin d’aide'],
    ['Hallo', 'Wir brauchen Hilfe und freuen uns über jede Frage'],
    ['Olá', 'Precisamos de ajuda'],
  ] as const)
    for (const post of [postNeed, postOffer]) {
      const reply = await post({ ...textOnly(title, description), open_to: undefined })
      t.ok(codesOf(reply).includes('no_skill_known'), `${description}: ${codesOf(reply)}`)
    }
  const work = textOnly('Bookkeeping', 'Somebody who keeps our books')
  t.same(codesOf(await postNeed({ ...work, infer_skills: false })), ['no_skill_known'])
  t.same(codesOf(await postNeed(work)), [])
})

t.test('every answer with a need or an offer writes its notices in the language of the reader', async (t) => {
  const headers = { 'accept-language': 'de-AT, en;q=0.5' }
  const external_id = inventedWord()
  const posted = await postNeed({ ...unusedBudget, external_id }, { headers })
  const url = `/v1/needs/${posted.body.id}`
  const body = needBody(organizationId, { ...unusedBudget, title: 'Buchhaltung' })
  const answers = [
    posted,
    await partner.call('GET', url, { headers }),
    await partner.call('PATCH', url, { headers: { ...headers, 'if-match': '*' }, body: { title: 'Kasse' } }),
    await partner.call('PUT', `/v1/needs/by-external-id/${external_id}`, { headers, body }),
    await partner.call('POST', `${url}/close`, { headers }),
  ]
  for (const { status, headers, body } of answers) {
    t.ok(status < 300, `${status}`)
    t.match(body.notices, [{ code: 'budget_not_used', detail: /^Das Gesuch hat ein Budget/ }])
    t.equal(headers['content-language'], 'de')
    t.match(headers.vary, /Accept-Language/)
  }
  const list = await partner.call('GET', `/v1/needs?external_id=${external_id}`, { headers })
  t.match(list.body.data, [{ notices: [{ detail: /^Das Gesuch/ }] }])
  t.equal(list.headers['content-language'], 'de')
  const offer = await postOffer({ kind: 'volunteer', terms: {}, open_to: [] }, { headers })
  t.match(offer.body.notices, [{ detail: /gemeinnützigen Organisationen/ }])
})

t.test(
  'a version has one tag for each language: each changes the posting, and none stands for another language',
  async (t) => {
    const { id } = (await postNeed({})).body
    const read = (language: string, more = {}) =>
      partner.call('GET', `/v1/needs/${id}`, { headers: { 'accept-language': language, ...more } })
    const change = (by: Partner, tag: string, title: string) =>
      by.call('PATCH', `/v1/needs/${id}`, { headers: { 'if-match': tag }, body: { title } })
    const english = String((await read('en')).headers.etag)
    const french = String((await read('fr')).headers.etag)
    t.equal(english, '"1"')
    t.not(french, english)
    t.match(await read('fr', { 'if-none-match': french }), { status: 304, headers: { etag: french } })
    t.match((await read('fr', { 'if-none-match': french })).headers.vary, /Accept-Language/)
    t.equal((await read('es', { 'if-none-match': french })).status, 200)
    t.equal((await read('fr', { 'if-none-match': english })).status, 200)
    t.equal((await change(partner, french, 'A new title')).status, 200)
    t.equal((await change(partner, french, 'Another title')).status, 412)
    t.equal((await change(partner, '"2"', 'Another title')).status, 200)
  },
)

t.test('a repeated POST is answered as at first, in the language that was asked for then', async (t) => {
  const key = inventedWord()
  const post = (language: string) =>
    postNeed(unusedBudget, { headers: { 'idempotency-key': key, 'accept-language': language } })
  const first = await post('pt')
  const again = await post('es')
  t.match(first.body.notices, [{ detail: /^A necessidade tem orçamento/ }])
  t.same(again.body, first.body)
  t.match(again.headers, { 'content-language': 'pt', 'idempotency-replayed': 'true' })
})

t.test('what holds no sentences says no language', async (t) => {
  const { headers } = await partner.call('GET', `/v1/organizations/${organizationId}`)
  t.equal(headers['content-language'], undefined)
})

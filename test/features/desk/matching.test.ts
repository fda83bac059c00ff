import t from 'tap'
import { helperBody, needBody, offerBody, organizationBody } from '../../support/bodies.ts'
import { signInToDesk } from '../../support/desk.ts'
import { inventedWord } from '../../support/invented-words.ts'
import { startTestService } from '../../support/service.ts'
import { post } from '../../support/world.ts'

const service = await startTestService(t)
const needing = await service.newPartner({ name: 'Chamber' })
const offering = await service.newPartner({ name: 'College' })
const organizationId = await post(needing, '/v1/organizations', organizationBody())
const helperId = await post(offering, '/v1/helpers', helperBody())
const desk = await signInToDesk(service, { partnerId: needing.partnerId, role: 'editor' })
const office = await signInToDesk(service, { partnerId: offering.partnerId, role: 'editor' })

/** A need and offers that nobody else's postings match. */
async function newMarket(offers: readonly Record<string, unknown>[] = [{}]) {
  const skill = inventedWord()
  const title = `Help with ${skill}`
  const words = { title, description: title, skills: [skill] }
  const needId = await post(needing, '/v1/needs', needBody(organizationId, words))
  const offerIds: string[] = []
  for (const fields of offers)
    offerIds.push(await post(offering, '/v1/offers', offerBody(helperId, { ...words, ...fields })))
  return { needId, offerIds, title, skill }
}

t.test('the list of needs is searched by words, status and kind, and pages without a gap', async (t) => {
  const word = inventedWord()
  const titles = Array.from({ length: 23 }, (_, at) => `${word} number ${at}`)
  for (const [at, title] of titles.entries()) {
    const accepts = at === 0 ? ['paid'] : ['volunteer']
    const needId = await post(needing, '/v1/needs', needBody(organizationId, { title, accepts }))
    if (at === 1) await needing.call('POST', `/v1/needs/${needId}/close`)
  }
  const titlesAt = async (url: string) => {
    const { body } = await desk.get(url)
    const next = /href="(\/desk\/needs\?[^"]*cursor=[^"]+)"/.exec(body)?.[1]?.replaceAll('&#38;', '&')
    return { body, found: titles.filter((title) => body.includes(`>${title}<`)), next }
  }
  const first = await titlesAt(`/desk/needs?q=${word}`)
  t.equal(first.found.length, 20)
  const second = await titlesAt(first.next ?? '')
  t.same([...second.found, ...first.found].toSorted(), titles.toSorted())
  t.equal(second.next, undefined)
  t.same((await titlesAt(`/desk/needs?q=${word}&kind=paid`)).found, [titles[0]])
  t.same((await titlesAt(`/desk/needs?q=${word}&status=closed&kind=`)).found, [titles[1]])
  t.match((await titlesAt(`/desk/needs?q=${inventedWord()}`)).body, /Nothing fits this search/)
  t.equal((await desk.get('/desk/needs?q=%20%20')).status, 200)
  t.equal((await desk.get('/desk/needs?cursor=invented')).status, 422)
})

t.test('whoever has posted nothing is told how to begin', async (t) => {
  const { partnerId } = await service.newPartner({ name: 'New' })
  const beginner = await signInToDesk(service, { partnerId, role: 'editor' })
  t.match((await beginner.get('/desk/needs')).body, /Post the first one/)
  t.match((await beginner.get('/desk/offers')).body, /Post the first one/)
})

t.test('a need shows its matches with what they cost, why, and what is missing', async (t) => {
  const { needId, title } = await newMarket([
    { kind: 'paid', terms: { rate: { amount_minor: 4050, currency: 'USD', unit: 'hour' } } },
  ])
  const { body } = await desk.get(`/desk/needs/${needId}`)
  t.match(body, new RegExp(`${title}[\\s\\S]*Matches[\\s\\S]*${title}[\\s\\S]*\\$40\\.50 an hour`))
  t.match(body, /Why they match/)
  t.notMatch(body, /Lee Moreno|lee@example/)
})

t.test('what just misses is shown with what would open it, and how much each rule keeps apart', async (t) => {
  const { needId } = await newMarket([{ kind: 'volunteer', hours_per_week: 1 }])
  const { body } = await desk.get(`/desk/needs/${needId}`)
  t.match(body, new RegExp(`No offer matches yet[\\s\\S]*data-late="/desk/needs/${needId}/near"`))
  t.notMatch(body, /Near misses/)
  t.match(
    (await desk.get(`/desk/needs/${needId}/near`)).body,
    /id="near"[\s\S]*Near misses[\s\S]*<strong>[^<]+<\/strong>[\s\S]*What keeps others apart/,
  )
})

t.test('what just misses an offer is loaded later too, and a closed posting has none', async (t) => {
  const { needId, offerIds, title } = await newMarket([{ kind: 'volunteer', hours_per_week: 1 }])
  const at = `/desk/offers/${offerIds[0]}`
  t.match((await office.get(at)).body, new RegExp(`data-late="${at}/near"`))
  t.match((await office.get(`${at}/near`)).body, new RegExp(`Near misses[\\s\\S]*${title}`))
  await desk.send(`/desk/needs/${needId}/status`, { status: 'closed' })
  t.notMatch((await desk.get(`/desk/needs/${needId}`)).body, /data-late/)
  t.match(await desk.get(`/desk/needs/${needId}/near`), { status: 200, body: /Nothing else comes close/ })
})

t.test('a proposal with a message goes out from a match, and the other desk reads it', async (t) => {
  const { needId, offerIds, title } = await newMarket()
  const [offerId = ''] = offerIds
  const proposed = await desk.send(`/desk/needs/${needId}/propose`, {
    offer_id: offerId,
    message: 'Please do.',
  })
  t.match(proposed, { status: 303, headers: { location: /^\/desk\/introductions\/introduction_\w+\?done=/ } })
  const at = String(proposed.headers.location)
  t.match((await desk.get(at)).body, /role="status">Proposed an introduction/)
  t.match((await office.get(at)).body, new RegExp(`${title}[\\s\\S]*Please do\\.`))
  const again = await desk.send(`/desk/needs/${needId}/propose`, { offer_id: offerId })
  t.match(again, { status: 409, body: /role="alert">These two are already introduced/ })
})

t.test('an offer shows the needs that it suits, and proposes itself to one', async (t) => {
  const { needId, offerIds, title } = await newMarket()
  const [offerId = ''] = offerIds
  t.match((await office.get(`/desk/offers/${offerId}`)).body, new RegExp(`Matches[\\s\\S]*${title}`))
  const proposed = await office.send(`/desk/offers/${offerId}/propose`, { need_id: needId })
  t.equal(proposed.status, 303)
  t.match((await desk.get('/desk/introductions?show=yours')).body, title)
})

t.test('up to four offers are compared side by side, and fewer than two are not', async (t) => {
  const { needId, offerIds } = await newMarket(
    Array.from({ length: 5 }, (_, at) => ({ title: `Candidate ${at}` })),
  )
  const asked = (ids: readonly string[]) =>
    desk.get(`/desk/needs/${needId}/compare?${ids.map((id) => `offer=${id}`).join('&')}`)
  const { body } = await asked(offerIds)
  t.equal(body.match(/<th scope="col">Candidate/g)?.length, 4)
  t.match(body, /How well it fits[\s\S]*Cost[\s\S]*Costs no money/)
  t.match(body, /You chose 5 matches\. The first 4 are shown/)
  t.notMatch((await asked(offerIds.slice(0, 4))).body, /You chose/)
  t.match((await asked(offerIds.slice(0, 1))).body, /Choose at least two/)
  t.match((await asked([])).body, /Choose at least two/)
})

t.test('a need that is closed is not matched, and is once it is open again', async (t) => {
  const { needId, title } = await newMarket()
  const closed = await desk.send(`/desk/needs/${needId}/status`, { status: 'closed' })
  t.equal(closed.headers.location, `/desk/needs/${needId}?done=need_status_changed`)
  t.match((await desk.get(`/desk/needs/${needId}`)).body, /Only open needs are matched/)
  await desk.send(`/desk/needs/${needId}/status`, { status: 'open' })
  t.match((await desk.get(`/desk/needs/${needId}`)).body, new RegExp(`Matches[\\s\\S]*${title}`))
})

t.test('a viewer sees matches and can neither propose nor change a status', async (t) => {
  const { needId, offerIds } = await newMarket()
  const viewer = await signInToDesk(service, { partnerId: needing.partnerId, role: 'viewer' })
  const { body } = await viewer.get(`/desk/needs/${needId}`)
  t.match(body, /Matches/)
  t.notMatch(body, /\/propose|\/status|\/edit/)
  t.equal((await viewer.send(`/desk/needs/${needId}/propose`, { offer_id: offerIds[0] ?? '' })).status, 403)
})

t.test('text of others never becomes markup, in every language', async (t) => {
  const canary = `"><img src=x onerror=alert(1)>'{{7*7}}`
  const { needId, offerIds, skill } = await newMarket()
  const words = { title: `${canary}${skill}`, description: canary }
  const headers = { 'if-match': '*' }
  await needing.call('PATCH', `/v1/needs/${needId}`, { body: words, headers })
  await offering.call('PATCH', `/v1/offers/${offerIds[0]}`, { body: words, headers })
  for (const language of ['en', 'de', 'es', 'fr', 'pt'])
    for (const [who, url] of [
      [desk, `/desk/needs/${needId}`],
      [desk, `/desk/needs?q=${encodeURIComponent(canary)}`],
      [desk, `/desk/needs/${needId}/compare?offer=${offerIds[0]}&offer=${offerIds[0]}`],
      [office, `/desk/offers/${offerIds[0]}`],
    ] as const) {
      const reply = await who.get(url, { 'accept-language': language })
      t.equal(reply.status, 200, `${language} ${url}`)
      t.notMatch(reply.body, '<img', `${language} ${url}`)
      t.ok(String(reply.body).includes('&#60;img src=x'), `${language} ${url}`)
    }
})

import { parse } from 'parse5'
import t from 'tap'
import {
  type Barterer,
  newSkills,
  organizationWithNeed,
  proposeRing,
  threeInARing,
} from '../../support/barterers.ts'
import { needBody, organizationBody } from '../../support/bodies.ts'
import { type DeskVisitor, signInToDesk } from '../../support/desk.ts'
import { elementsIn } from '../../support/html.ts'
import { startTestService } from '../../support/service.ts'
import { post } from '../../support/world.ts'

const service = await startTestService(t)

function deskOf({ partner }: Barterer, role: 'viewer' | 'editor' = 'editor'): Promise<DeskVisitor> {
  return signInToDesk(service, { partnerId: partner.partnerId, role })
}

async function pairInARing(title = 'Help') {
  const [a = '', b = ''] = newSkills(2)
  const first = await organizationWithNeed(service, a, b, { title })
  const second = await organizationWithNeed(service, b, a, { title })
  return { first, second, skills: [a, b] as const }
}

async function proposed(parties: readonly Barterer[], more: Record<string, unknown> = {}) {
  const { status, body } = await proposeRing(parties, more)
  t.equal(status, 201)
  return `/desk/rings/${body.id}`
}
function swapOf(
  { partner }: Barterer,
  { of = '', gives, wants }: { of: string | undefined; gives: string; wants: string },
): Promise<string> {
  const swap = { title: 'Swap', description: `We look for ${wants}.`, skills: [{ skill: wants }] }
  const given = [{ skill: gives, hours_per_week: 3, already_doing: true }]
  return post(partner, '/v1/needs', needBody(of, { ...swap, accepts: ['barter'], gives: given }))
}
const read = async ({ partner }: Barterer, at: string) =>
  (await partner.call('GET', at.replace('/desk', '/v1'))).body

t.test('a ring that both desks accept begins the work of both', async (t) => {
  const { first, second, skills } = await pairInARing()
  const at = await proposed([first, second], { message: 'Shall we swap?' })
  const [proposer, other] = [await deskOf(first), await deskOf(second)]
  const seen = (await other.get(at)).body
  t.match(seen, /Shall we swap\?[\s\S]*<svg [^>]*role="img" aria-label="A ring of 2 parties\./)
  t.match(seen, new RegExp(`Party 1 gives ${skills[0]} to [\\s\\S]* gives ${skills[1]} to Party 1`))
  t.match(seen, /Your answer is awaited/)
  const own = (await proposer.get(at)).body
  t.notMatch(own, `action="${at}/accept"`, 'the proposal was its answer')
  t.match(own, /Waits for other parties[\s\S]*Withdraw/)

  const sent = await other.send(`${at}/accept`)
  t.equal(sent.headers.location, `${at}?done=ring_accepted`)
  t.match((await other.get(`${at}?done=ring_accepted`)).body, /role="status">Accepted a ring/)
  t.match(await read(first, at), { status: 'accepted' })
  for (const desk of [proposer, other]) {
    const { body } = await desk.get(at)
    t.match(body, /the work of all has begun/)
    t.match(body, /<dt>Began<\/dt>/)
    t.match((await desk.get('/desk/introductions')).body, />Help<\/a>/, 'own needs give the titles')
    t.notMatch(body, `action="${at}`)
    for (const [, work = ''] of String(body).matchAll(/href="(\/desk\/engagements\/\w+)"/g))
      t.equal((await desk.get(work)).status, 200)
    t.equal(String(body).match(/href="\/desk\/engagements\/\w+"/g)?.length, 2, 'both gifts are theirs')
  }
  const admin = await signInToDesk(service, { partnerId: second.partner.partnerId, role: 'admin' })
  t.match((await admin.get('/desk/log')).body, /Accepted a ring/)
})

t.test(
  'another party has the name that public pages of its need show, and a number without one',
  async (t) => {
    const { first, second } = await pairInARing()
    const at = await proposed([first, second])
    const desk = await deskOf(first)
    const { partner } = second
    const merge = { headers: { 'if-match': '*' } }
    const organization = (body: object) =>
      partner.call('PATCH', `/v1/organizations/${second.organizationId}`, { ...merge, body })
    const feed = (publicFeed: boolean) =>
      partner.call('PATCH', '/v1/partner', { ...merge, body: { public_feed: publicFeed } })
    await feed(true)
    t.match((await desk.get(at)).body, /to Party 2/)
    await organization({ public_name: 'Open <Garden>' })
    const { body } = await desk.get(at)
    t.match(body, /to Open &#60;Garden&#62;/)
    await feed(false)
    t.match((await desk.get(at)).body, /to Party 2/)
  },
)

t.test('in a longer ring each desk accepts, and sees the work of its own party alone', async (t) => {
  const parties = await threeInARing(service)
  const at = await proposed(parties)
  const [, second, third] = parties
  const middle = await deskOf(second)
  await middle.send(`${at}/accept`)
  const waiting = (await middle.get(at)).body
  t.match(waiting, /Has accepted[\s\S]*Has accepted[\s\S]*Has not answered/)
  t.notMatch(waiting, `action="${at}/accept"`)
  t.match(await read(second, at), { status: 'proposed' })
  await (await deskOf(third)).send(`${at}/accept`)
  t.match(await read(second, at), { status: 'accepted' })
  t.equal(String((await middle.get(at)).body).match(/href="\/desk\/engagements\/\w+"/g)?.length, 2)
})

t.test('the drawing has a party and an arrow for each gift', async (t) => {
  const parties = await threeInARing(service)
  const { body } = await (await deskOf(parties[0])).get(await proposed(parties))
  const drawn = elementsIn(parse(body)).flatMap(({ tagName, attrs }) => {
    const look = attrs.find(({ name }) => name === 'class')?.value
    return ['circle', 'path'].includes(tagName) && look !== 'head' ? [`${tagName} ${look}`] : []
  })
  t.same(drawn, [
    ...Array.from({ length: 3 }, () => 'path arrow'),
    ...['circle party own', 'circle party', 'circle party'],
  ])
  t.notMatch(body, /NaN|undefined/)
})

t.test('a ring that one desk declines ends for both, and cannot be answered again', async (t) => {
  const { first, second } = await pairInARing()
  const at = await proposed([first, second])
  const [proposer, other] = [await deskOf(first), await deskOf(second)]
  const sent = await other.send(`${at}/decline`)
  t.equal(sent.headers.location, `${at}?done=ring_declined`)
  t.match((await proposer.get(at)).body, /A party declined/)
  const late = await proposer.send(`${at}/accept`)
  t.match(late, { status: 409, body: /role="alert">This ring has ended already/ })
})

t.test('a ring that broke says why', async (t) => {
  const { first, second } = await pairInARing()
  const at = await proposed([first, second])
  await second.partner.call('PATCH', `/v1/needs/${second.postingId}`, {
    body: { status: 'closed' },
    headers: { 'if-match': '"1"' },
  })
  const other = await deskOf(second)
  await other.send(`${at}/accept`)
  t.match((await other.get(at)).body, /Did not start[\s\S]*not open any more/)
})

t.test('a viewer sees a ring and cannot answer it', async (t) => {
  const { first, second } = await pairInARing()
  const at = await proposed([first, second])
  const viewer = await deskOf(second, 'viewer')
  const { body } = await viewer.get(at)
  t.match(body, /Who gives what/)
  t.notMatch(body, /action="\/desk\/rings/)
  for (const verb of ['accept', 'decline']) t.equal((await viewer.send(`${at}/${verb}`)).status, 403)
  t.match(await read(first, at), { status: 'proposed' })
})

t.test('a ring of others is in no list, has no page and takes no answer', async (t) => {
  const { first, second } = await pairInARing()
  const at = await proposed([first, second])
  const stranger = await deskOf((await pairInARing()).first)
  const list = await stranger.get('/desk/rings')
  t.match(list.body, /No rings yet[\s\S]*href="\/desk\/needs\/new"/)
  t.equal((await stranger.get(at)).status, 404)
  for (const verb of ['accept', 'decline']) t.equal((await stranger.send(`${at}/${verb}`)).status, 404)
  t.match(await read(first, at), { status: 'proposed' })
})

t.test('open rings come first, those that ended follow, each once over all pages', async (t) => {
  const { first } = await pairInARing()
  const neighbor = await post(first.partner, '/v1/organizations', organizationBody())
  const all: string[] = []
  for (let count = 0; count < 23; count++) {
    const [a = '', b = ''] = newSkills(2)
    const at = await proposed([
      { ...first, postingId: await swapOf(first, { of: first.organizationId, gives: a, wants: b }) },
      { ...first, postingId: await swapOf(first, { of: neighbor, gives: b, wants: a }) },
    ])
    all.push(at)
    if (count >= 2) await first.partner.call('POST', `${at.replace('/desk', '/v1')}/decline`)
  }
  const desk = await deskOf(first)
  const shown: string[] = []
  for (let next: string | undefined = '/desk/rings'; next; ) {
    const body: string = String((await desk.get(next)).body)
    shown.push(...[...body.matchAll(/href="(\/desk\/rings\/ring_\w+)"/g)].map(([, at = '']) => at))
    next = /href="(\/desk\/rings\?[^"]*cursor=[^"]+)"/.exec(body)?.[1]?.replaceAll(/&#38;|&amp;/g, '&')
  }
  t.same(shown, [...all.slice(0, 2).toReversed(), ...all.slice(2).toReversed()])
  const open = String((await desk.get('/desk/rings?status=proposed')).body)
  t.equal(open.match(/href="\/desk\/rings\/ring_\w+"/g)?.length, 2)
  t.match((await desk.get('/desk/rings?status=accepted')).body, /Nothing fits this search/)
})

t.test('text of either party never becomes markup, in every language', async (t) => {
  const canary = `"></text></svg><img src=x onerror=alert(1)>'`
  const { first, second } = await pairInARing(canary)
  for (const { partner, organizationId } of [first, second])
    t.match(
      await partner.call('PATCH', `/v1/organizations/${organizationId}`, {
        body: { name: canary },
        headers: { 'if-match': '"1"' },
      }),
      { status: 200 },
    )
  const at = await proposed([first, second], { message: canary })
  const desk = await deskOf(second)
  for (const language of ['en', 'de', 'es', 'fr', 'pt'])
    for (const url of ['/desk/rings', at]) {
      const { status, body } = await desk.get(url, { 'accept-language': language })
      t.equal(status, 200)
      t.notMatch(body, '<img', `${language} ${url}`)
    }
  const escaped = String((await desk.get(at)).body).split('&#60;img src=x').length - 1
  t.equal(escaped, 4 + 1 + 2, 'titles of both gifts, the message, and the name in two sentences')
})

t.test('Home counts the rings that wait for this side, until it has answered', async (t) => {
  const { first, second } = await pairInARing()
  const other = await deskOf(second)
  t.notMatch((await other.get('/desk')).body, /to answer/)
  const at = await proposed([first, second])
  t.match((await other.get('/desk')).body, /href="\/desk\/rings\?status=proposed">1 ring to answer/)
  await other.send(`${at}/accept`)
  t.notMatch((await other.get('/desk')).body, /to answer/)
})

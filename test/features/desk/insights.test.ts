import { parse } from 'parse5'
import t from 'tap'
import { needBody, offerBody } from '../../support/bodies.ts'
import { signInToDesk } from '../../support/desk.ts'
import { elementsIn, textOf } from '../../support/html.ts'
import { inventedWord } from '../../support/invented-words.ts'
import { type Partner, startTestService } from '../../support/service.ts'
import { answer, proposed, twoPartners } from '../../support/two-partners.ts'
import { post, postWorld } from '../../support/world.ts'

const service = await startTestService(t, { clock: () => new Date('2026-11-02T20:00:00Z') })

/** The cells of each row that begins with a text. */
function rowsOf(page: string, text: string): string[][] {
  const rows = elementsIn(parse(page)).filter(({ tagName }) => tagName === 'tr')
  return rows
    .map((row) =>
      elementsIn(row)
        .filter(({ tagName }) => tagName === 'td')
        .map(textOf),
    )
    .filter(([first]) => first === text)
}

t.test('needs and hours are counted by week, in figures beside each chart', async (t) => {
  const two = await twoPartners(service)
  await answer(two.offerSide, await proposed(two, two.needId), 'accept')
  const { body } = await two.needSide.call('GET', '/v1/engagements')
  const url = `/v1/engagements/${body.data[0].id}/hours`
  const hours = await post(two.offerSide, url, { worked_on: '2026-11-02', hours: 2.5 })
  await two.needSide.call('POST', `${url}/${hours}/confirm`, { body: {} })

  const { partnerId } = two.needSide
  const desk = await signInToDesk(service, { partnerId, role: 'viewer' })
  const read = await two.needSide.call('GET', '/v1/insights')
  const week = read.body.weeks.at(-1)
  const page = (await desk.get('/desk/insights')).body
  t.same(rowsOf(page, 'Nov 2, 2026'), [
    ['Nov 2, 2026', String(week.posted), String(week.introduced), String(week.accepted)],
    ['Nov 2, 2026', ...Object.values(week.confirmed_hours).map(String)],
  ])
  t.match(page, /2\.5 hours/)
  t.match(page, /found help within<\/dt><dd>less than an hour</, 'help at once is not said to take 0 hours')
  t.equal(rowsOf((await desk.get('/desk/insights?weeks=26')).body, 'May 11, 2026').length, 2)

  const worth = (query: string) => desk.get(`/desk/insights?${query}`)
  t.match((await worth('worth=31%2C80&currency=eur')).body, /€79\.50 for 2\.5 hours/)
  t.match((await worth('worth=1000&currency=JPY')).body, /¥2,500 for 2\.5 hours/)
  for (const wrong of [
    'worth=much&currency=USD',
    'worth=3',
    'worth=3&currency=1%3C2',
    'worth=-3&currency=USD',
  ])
    t.match(await worth(wrong), { status: 200, body: /Write an amount and a currency/ }, wrong)
  t.equal((await worth('weeks=99')).status, 422)
})

t.test('skills that needs ask for and few offer are listed, and offers of others only roughly', async (t) => {
  const [nobody, few, many] = [inventedWord(), inventedWord(), inventedWord()]
  const partner = await service.newPartner()
  const other = await service.newPartner()
  const { organizationId, helperId } = await postWorld(partner)
  const foreign = await postWorld(other)
  const offer = (by: Partner, of: string, skill: string) =>
    post(by, '/v1/offers', offerBody(of, { skills: [{ skill }] }))
  for (const skills of [[nobody, few, many], [nobody]])
    await post(partner, '/v1/needs', needBody(organizationId, { skills: skills.map((skill) => ({ skill })) }))
  await offer(partner, helperId, few)
  await offer(other, foreign.helperId, few)
  for (let count = 0; count < 6; count++) await offer(other, foreign.helperId, many)

  const desk = await signInToDesk(service, { partnerId: partner.partnerId, role: 'viewer' })
  t.match((await desk.get('/desk/insights?weeks=26')).body, /data-late="\/desk\/insights\/skills\?weeks=26"/)
  const { body } = await desk.get('/desk/insights/skills?weeks=26')
  t.same(rowsOf(body, nobody), [[nobody, '2', '0', 'fewer than 5']])
  t.same(rowsOf(body, few), [[few, '1', '1', 'fewer than 5']])
  t.same(rowsOf(body, many), [[many, '1', '0', '5 or more']])
  t.ok(body.indexOf(nobody) < body.indexOf(few) && body.indexOf(few) < body.indexOf(many), 'the rarest first')
})

t.test(
  'where nothing happened the page says what to do, and posts of others count for nobody else',
  async (t) => {
    const { partnerId } = await service.newPartner()
    const editor = await signInToDesk(service, { partnerId, role: 'editor' })
    const page = (await editor.get('/desk/insights')).body
    t.match(page, /Nothing was posted/)
    t.match(page, /href="\/desk\/needs\/new"/)
    t.notMatch(page, /<svg/)
  },
)

import t from 'tap'
import { loadMarketplace } from '../../../src/cli/demo/load-marketplace.ts'
import { readMarketplace } from '../../../src/cli/demo/marketplace-files.ts'
import { createMarketRepository, toMarketNeed, toMarketOffer } from '../../../src/features/matches/index.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { runCli } from '../../support/process.ts'
import { startTestService } from '../../support/service.ts'

t.test('the example marketplace is large enough and varied', async (t) => {
  const { organizations, needs, offers } = readMarketplace(new Date())
  t.ok(organizations.length >= 40)
  t.ok(needs.length >= 60)
  t.ok(offers.length >= 200)
  for (const kind of ['volunteer', 'intern', 'barter', 'paid']) {
    t.ok(offers.filter((offer) => offer.kind === kind).length >= 30, kind)
  }
})

t.test('in the example marketplace every gate keeps some pair apart, alone', async (t) => {
  const service = await startTestService(t)
  const { services } = service
  await loadMarketplace(services)
  const market = createMarketRepository(services.runtime.db)
  const needs = (await market.openNeeds(null, 1000)).map(toMarketNeed)
  const offers = (await market.openOffers(null, 1000)).map(toMarketOffer)
  const asOfMs = Date.now()
  const alone = new Map<string, number>()
  let eligible = 0
  for (const need of needs) {
    for (const offer of offers) {
      const { blockers } = services.market.engine.explain(need, offer, asOfMs)
      const [only, ...others] = blockers
      if (!only) eligible++
      else if (others.length === 0) alone.set(only.code, (alone.get(only.code) ?? 0) + 1)
    }
  }
  t.ok(eligible > needs.length)
  for (const code of [
    'kind_not_accepted',
    'place_out_of_reach',
    'place_unknown',
    'modality_differs',
    'no_shared_language',
    'dates_do_not_overlap',
    'too_few_hours',
    'must_skill_missing',
    'requirement_not_held',
    'over_budget',
    'below_pay_floor',
    'volunteer_for_profit',
    'not_open_to_organization',
    'not_visible',
    'blocked',
  ]) {
    t.ok(alone.get(code), `${code}: ${alone.get(code) ?? 0} pairs`)
  }
})

t.test('loading it again changes nothing but the dates', async (t) => {
  const clock = () => new Date('2027-01-04T12:00:00Z')
  const { services, database } = await startTestService(t, { clock })
  const first = await loadMarketplace(services)
  const count = async () => (await database.pool.query('select count(*)::int as n from events')).rows[0].n
  const before = await count()
  t.same(await loadMarketplace(services), first)
  t.equal(await count(), before)
})

t.test(
  'the desk of the example site has introductions to answer, one that waits for others, and hours to confirm',
  async (t) => {
    const { services } = await startTestService(t)
    const { partnerId } = await loadMarketplace(services)
    const { db, clock } = services.runtime
    const ctx = { actor: { partnerId }, db, clock }
    const listed = async (filters: Record<string, unknown>) =>
      (await services.introductions.list(ctx, { limit: 10, filters })).length
    t.equal(await listed({ turn: 'yours' }), 2)
    t.equal(await listed({ turn: 'theirs' }), 1)
    t.equal(await listed({ status: ['accepted'] }), 1)
    t.equal(await services.engagements.countHoursToAnswer(ctx, { most: 10 }), 1)
  },
)

t.test('demo --once shows one need with its ranked matches and how to get the same, and ends', async (t) => {
  const env = { DATA_DIR: temporaryFolder(t), PORT: '0' }
  const { code, stdout, stderr } = await runCli(['demo', '--once'], env)
  t.equal(code, 0)
  t.equal(stderr, '')
  t.match(stdout, /Harbor Street Food Pantry/)
  const scores = [...stdout.matchAll(/│ \d+ +│ (\d\.\d\d) /g)].map(([, score]) => Number(score))
  t.equal(scores.length, 8)
  t.same(
    scores,
    [...scores].sort((a, b) => b - a),
  )
  t.ok(new Set(scores).size >= 5)
  for (const kind of ['volunteer', 'intern', 'barter', 'paid']) t.match(stdout, kind)
  t.match(
    stdout,
    /curl -s 'http:\/\/127\.0\.0\.1:\d+\/v1\/needs\/need_\w+\/matches\?limit=8' -H 'Authorization: Bearer [\w.-]+'/,
  )
  t.match(stdout, /Reference page: http:\/\/127\.0\.0\.1:\d+\/docs/)
})

t.test('the demo has read all texts before it shows a ranking', async (t) => {
  const env = { DATA_DIR: temporaryFolder(t), PORT: '0', EMBEDDINGS: 'local' }
  const { code, stdout } = await runCli(['demo', '--once'], env)
  t.equal(code, 0)
  t.match(stdout, /Reading the texts/)
  t.match(stdout, /Harbor Street Food Pantry/)
  t.notMatch(stdout, /still being read/)
})

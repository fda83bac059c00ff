import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { coverageOf } from '../../../src/engines/matching/coverage.ts'
import type { EngineSettings } from '../../../src/engines/matching/engine-interface.ts'
import { createEngine } from '../../../src/engines/matching/index.ts'
import type { InferredSkill, MarketNeed, MarketOffer } from '../../../src/engines/matching/postings.ts'
import { Relatedness } from '../../../src/engines/matching/relatedness.ts'
import { paragraphOf } from '../../../src/shared/messages/index.ts'
import { atOnce } from '../../support/at-once.ts'
import { holds } from '../../support/holds.ts'
import { AS_OF_MS, need, offer, settings, wanted } from '../../support/market-postings.ts'
import { remaining, someChanges } from '../../support/random-market.ts'
import { allPairs, expectedRanking } from './brute-force.ts'

const all = { limit: 1000, asOfMs: AS_OF_MS }

/** What words of the random market express. */
const MEANINGS = new Map<string, [skill: string, confidence: number]>([
  ['books', ['bookkeeping', 0.7]],
  ['donations', ['bookkeeping', 0.31]],
  ['payroll', ['payroll', 0.95]],
  ['website', ['web-design', 0.5]],
  ['menus', ['web-design', 0.46]],
  ['logo', ['illustration', 0.4]],
  ['drawing', ['illustration', 0.6]],
])

/** Those of `donations` and `logo` are hints. */
const LEAST_SURE = 0.45

function skillsOfText({ title, description }: { title: string; description: string }): InferredSkill[] {
  const found = new Map<string, InferredSkill>()
  for (const word of `${title} ${description}`.split(' ')) {
    const [skill, confidence] = MEANINGS.get(word) ?? []
    if (skill && confidence && !found.has(skill))
      found.set(skill, { skill, label: skill, confidence, because: [word], isSure: confidence >= LEAST_SURE })
  }
  return [...found.values()]
}

const inferring: EngineSettings = { ...settings, skillsOfText }

t.test('with inferred skills too, rankings equal brute force from both sides', async (t) => {
  holds(
    t,
    fc.property(someChanges, fc.integer({ min: 1, max: 4 }), (changes, limit) => {
      const { needs, offers } = remaining(changes)
      const engine = createEngine(inferring)
      for (const one of needs) engine.putNeed(one)
      for (const one of offers) engine.putOffer(one)
      const pairs = allPairs(needs, offers, AS_OF_MS, inferring)
      const kindOf = new Map(offers.map(({ id, terms }) => [id, terms.kind]))
      for (const options of [all, { ...all, limit }]) {
        for (const { id } of needs)
          assert.deepEqual(
            engine.rankOffers(needs.find((one) => one.id === id) as MarketNeed, options),
            expectedRanking(pairs, { needId: id }, kindOf, options),
          )
        for (const { id } of offers)
          assert.deepEqual(
            engine.rankNeeds(offers.find((one) => one.id === id) as MarketOffer, options),
            expectedRanking(pairs, { offerId: id }, kindOf, options),
          )
      }
    }),
    150,
  )
})

const free = { skills: [], description: '' }

function scoreOf(needed: Partial<MarketNeed>, offered: Partial<MarketOffer>): number {
  return createEngine(inferring).explain(
    need({ ...free, ...needed }),
    offer({ ...free, ...offered }),
    AS_OF_MS,
  ).score
}

t.test(
  'two texts that share a skill but no word are a match, and not once one side switches it off',
  async (t) => {
    const engine = createEngine(inferring)
    engine.putOffer(offer({ ...free, title: 'website' }))
    const menus = need({ ...free, title: 'menus' })
    t.equal(engine.rankOffers(menus, all).length, 1)
    t.equal(engine.rankOffers({ ...menus, infersSkills: false }, all).length, 0)
    engine.putOffer(offer({ ...free, title: 'website', infersSkills: false }))
    t.equal(engine.rankOffers(menus, all).length, 0)
  },
)

t.test(
  'a posted skill counts more than the same skill inferred, and a surer one more than a less sure',
  async (t) => {
    const title = 'help'
    const sure = scoreOf({ title: 'books' }, { title: 'books' })
    const posted = scoreOf({ title: 'books' }, { title: 'books', skills: [{ ...wanted('bookkeeping') }] })
    t.ok(posted > sure)
    const asked = { title, skills: [wanted('bookkeeping')] }
    t.ok(scoreOf(asked, { title: 'books' }) > scoreOf(asked, { title: 'donations' }))
  },
)

t.test('a hint makes no match alone, is shown nowhere, and counts beside what makes one', async (t) => {
  const engine = createEngine(inferring)
  engine.putOffer(offer({ ...free, title: 'logo' }))
  t.equal(engine.rankOffers(need({ ...free, title: 'drawing' }), all).length, 0)
  t.same(
    engine.rankOffers(need({ skills: [wanted('illustration')], title: 'help', description: '' }), all),
    [],
    'not even of a posted skill',
  )
  const { matchedSkills } = engine.explain(
    need({ ...free, title: 'website logo' }),
    offer({ ...free, title: 'website logo' }),
    AS_OF_MS,
  )
  t.match(matchedSkills, [{ wanted: 'web-design' }])
  t.equal(matchedSkills.length, 1)
  const asked = { title: 'website logo' }
  t.ok(scoreOf(asked, { title: 'website drawing' }) > scoreOf(asked, { title: 'website' }))
})

t.test('however sure it is, a hint counts less than a sure skill', async (t) => {
  const settingsOf = (isSure: boolean): EngineSettings => ({
    ...settings,
    skillsOfText: (text) => skillsOfText(text).map((one) => ({ ...one, isSure })),
  })
  const posted = need({ ...free, title: 'help', skills: [wanted('payroll')] })
  const score = (isSure: boolean) =>
    createEngine(settingsOf(isSure)).explain(posted, offer({ ...free, title: 'payroll' }), AS_OF_MS).score
  t.ok(score(true) > score(false))
})

t.test('an inferred skill is never required, and never reported as missing', async (t) => {
  const { eligible, missingSkills, matchedSkills } = createEngine(inferring).explain(
    need({ ...free, title: 'payroll website', skills: [wanted('bookkeeping')] }),
    offer({ title: 'website', description: '' }),
    AS_OF_MS,
  )
  t.ok(eligible)
  t.same(missingSkills, [])
  t.match(matchedSkills, [
    { wanted: 'bookkeeping', inferred: false },
    { wanted: 'payroll', offered: 'bookkeeping', inferred: true },
    { wanted: 'web-design', offered: 'web-design', inferred: true },
  ])
})

t.test('the reason names each covered skill once, and is silent if there is none', async (t) => {
  const reasonOf = (needed: Partial<MarketNeed>, offered: Partial<MarketOffer>) =>
    paragraphOf(
      createEngine(inferring).explain(need({ ...free, ...needed }), offer({ ...free, ...offered }), AS_OF_MS)
        .factors[0]?.reason ?? [],
      'en',
    )
  const asked = { title: 'help', skills: [wanted('bookkeeping')] }
  t.equal(reasonOf(asked, { title: 'books' }), 'Seems to know bookkeeping, judging by the text of the offer.')
  t.equal(
    reasonOf({ title: 'books payroll' }, { title: 'books' }),
    'Seems to know bookkeeping, judging by the text of the offer.',
  )
  t.equal(reasonOf({ title: 'books' }, { title: 'drawing' }), '')
})

t.test('a filter by skill also finds postings whose words express it, while they may', async (t) => {
  const engine = createEngine(inferring)
  engine.putOffer(offer({ id: 'offer_1', title: 'I keep books', skills: [] }))
  engine.putOffer(offer({ id: 'offer_2', title: 'I keep books', skills: [], infersSkills: false }))
  const anchor = need({ title: 'Somebody to keep our books', skills: [] })
  const ids = (skill?: string) =>
    engine.rankOffers(anchor, { ...all, ...(skill && { skill }) }).map(({ offerId }) => offerId)
  t.same(ids(), ['offer_1', 'offer_2'])
  t.same(ids('bookkeeping'), ['offer_1'])
  t.same(ids('payroll'), [])
})

t.test('an explanation shows each skill that the texts express and that covers or is covered', async (t) => {
  const relatedness = new Relatedness(settings.relatedSkills)
  const sureOf = (posting: MarketNeed | MarketOffer) =>
    posting.infersSkills
      ? skillsOfText(posting).filter(
          (one) => one.isSure && posting.skills.every(({ skill }) => skill !== one.skill),
        )
      : []
  holds(
    t,
    fc.property(someChanges, (changes) => {
      const { needs, offers } = remaining(changes)
      const engine = createEngine(inferring)
      for (const one of needs) engine.putNeed(one)
      for (const one of offers) engine.putOffer(one)
      for (const needed of needs) {
        const explained = atOnce(engine.explainOffersInSteps(needed, offers, AS_OF_MS, () => true))
        for (const [at, { matchedSkills }] of explained.entries()) {
          const offered = offers[at] as MarketOffer
          const inferred = { wanted: sureOf(needed), offered: sureOf(offered) }
          const expected = coverageOf(needed, offered, inferred, relatedness).filter(({ by }) => by)
          assert.deepEqual(
            matchedSkills.map(({ confidence, because }) => ({ confidence, because })),
            expected.map(({ confidence, because }) => ({ confidence, because })),
          )
        }
      }
    }),
    150,
  )
})

t.test(
  'the text of a posting in the index is read again only for a skill that the other side has',
  async (t) => {
    const read: string[] = []
    const engine = createEngine({
      ...settings,
      skillsOfText: (text) => {
        read.push(text.title)
        return skillsOfText(text)
      },
    })
    const related = offer({ ...free, id: 'related', title: 'website' })
    const unrelated = offer({ ...free, id: 'unrelated', title: 'payroll', skills: [wanted('web-design')] })
    engine.putOffer(related)
    engine.putOffer(unrelated)
    read.length = 0
    const asked = need({ skills: [wanted('web-design')], title: 'help', description: '' })
    // As they come from the database: equal, not the same.
    const again = [{ ...related }, { ...unrelated }]
    const explained = atOnce(engine.explainOffersInSteps(asked, again, AS_OF_MS, () => true))
    t.same(
      explained.map(({ matchedSkills }) => matchedSkills.map(({ because }) => because.offer)),
      [[['website']], [[]]],
    )
    t.same(read, ['help', 'website'])
  },
)

import t from 'tap'
import type { EngineSettings } from '../../../src/engines/matching/engine-interface.ts'
import { createEngine } from '../../../src/engines/matching/index.ts'
import { AS_OF_MS, need, offer, settings, wanted } from '../../support/market-postings.ts'

/** `Sink` and `leaks` speak for plumbing, `kitchen` for nothing; of offers too. */
const inferring: EngineSettings = {
  ...settings,
  skillsOfText: ({ title }) =>
    /sink/i.test(title)
      ? [
          {
            skill: 'plumbing',
            label: 'Plumbing',
            confidence: 0.7,
            because: title.match(/sink|leaks/gi) ?? [],
            isSure: true,
          },
        ]
      : [],
}

function wordingOf(changes: Partial<Parameters<typeof need>[0]>, titles: readonly string[]) {
  const engine = createEngine(inferring)
  const anchor = need({ description: '', skills: [], ...changes })
  engine.putNeed(anchor)
  const offers = titles.map((title, at) => offer({ id: `offer_${at}`, title, description: '', skills: [] }))
  for (const one of offers) engine.putOffer(one)
  return offers.map(
    (one) => engine.explain(anchor, one, AS_OF_MS).factors.find(({ name }) => name === 'wording')?.value ?? 0,
  )
}

t.test('a word of a need that speaks for no skill counts less beside those that do', async (t) => {
  const offers = ['Kitchen student', 'Leaks mended']
  const [place = 0, task = 0] = wordingOf({ title: 'Kitchen sink leaks' }, offers)
  t.ok(place > 0)
  t.ok(task > 1.5 * place)
  const [unread = 0, alike = 0] = wordingOf({ title: 'Kitchen sink leaks', infersSkills: false }, offers)
  t.ok(Math.abs(unread - alike) < 1e-9)
  t.ok(place < unread)
})

t.test('the words of posted skills tell of the work', async (t) => {
  const changes = { title: 'Kitchen sink leaks', skills: [wanted('kitchen')] }
  const [posted = 0] = wordingOf(changes, ['Kitchen student', 'Leaks mended'])
  const [place = 0] = wordingOf({ title: 'Kitchen sink leaks' }, ['Kitchen student', 'Leaks mended'])
  t.ok(posted > place)
})

t.test('of a need in which nothing speaks for a sure skill all words count in full', async (t) => {
  const offers = ['Kitchen student', 'Shelves mended']
  const [kitchen = 0, shelves = 0] = wordingOf({ title: 'Kitchen shelves' }, offers)
  t.ok(Math.abs(kitchen - shelves) < 1e-9)
})

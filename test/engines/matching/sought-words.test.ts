import t from 'tap'
import { createEngine } from '../../../src/engines/matching/index.ts'
import type { MarketOffer } from '../../../src/engines/matching/postings.ts'
import { AS_OF_MS, need, offer, settings, wanted } from '../../support/market-postings.ts'

const SPOKEN = ['en', 'es', 'fr', 'de', 'pt']

/** How well each of these offers answers the words of a need. */
function wordingOf(text: Partial<Parameters<typeof need>[0]>, offers: readonly Partial<MarketOffer>[]) {
  const engine = createEngine(settings)
  const all = offers.map((one, at) =>
    offer({ id: `offer_${at}`, description: '', skills: [], languages: SPOKEN, ...one }),
  )
  for (const one of all) engine.putOffer(one)
  const anchor = need({ description: '', skills: [], languages: SPOKEN, ...text })
  engine.putNeed(anchor)
  return all.map((one) => {
    const { factors } = engine.explain(anchor, one, AS_OF_MS)
    return factors.find(({ name }) => name === 'wording')?.value ?? 0
  })
}

/** A need, an offer of what it denies or what its writer is, and one of what it seeks. */
const texts = [
  ['We already have a bookkeeper but the website looks old', 'Bookkeeper', 'Website builder'],
  ['I am a plumber and need a website', 'Plumber', 'Website builder'],
  ['No busco cocinero, busco fontanero', 'Cocinero', 'Fontanero'],
  ['Je suis boulanger et je cherche un photographe', 'Boulanger', 'Photographe'],
  ['Wir haben schon eine Buchhalterin, aber die Hecke ist hoch', 'Buchhalterin', 'Hecke schneiden'],
  ['Não preciso de faxineira, preciso de motorista', 'Faxineira', 'Motorista'],
] as const

t.test('words that a need denies, or that tell who writes, count for no offer', async (t) => {
  for (const [title, denied, sought] of texts) {
    const [ofDenied, ofSought = 0] = wordingOf({ title }, [{ title: denied }, { title: sought }])
    t.equal(ofDenied, 0, title)
    t.ok(ofSought > 0, title)
  }
})

t.test('words that an offer denies answer no need, and what its writer is does', async (t) => {
  const offers = [
    { title: 'Painting and tiling, no plumbing' },
    { title: 'Painting and tiling and plumbing' },
    { title: 'I am a plumber who likes plumbing' },
  ]
  const [denied, offered = 0, writer = 0] = wordingOf({ title: 'Plumbing' }, offers)
  t.equal(denied, 0)
  t.ok(offered > 0)
  t.ok(writer > 0)
})

t.test('a posting that says nothing else keeps its words', async (t) => {
  const [plumber = 0] = wordingOf({ title: 'I am a plumber' }, [{ title: 'Plumber' }])
  t.ok(plumber > 0)
  const [bookkeeper = 0] = wordingOf({ title: 'We already have a bookkeeper' }, [{ title: 'Bookkeeper' }])
  t.ok(bookkeeper > 0)
})

t.test('the business of who seeks help counts only while no skill says what the work is', async (t) => {
  const baker = [{ title: 'Bakery hand' }]
  const [known] = wordingOf({ title: 'Our bakery needs flyers', skills: [wanted('web-design')] }, baker)
  const [unknown = 0] = wordingOf({ title: 'Our bakery needs flyers' }, baker)
  t.equal(known, 0)
  t.ok(unknown > 0)
})

t.test('a denial changes only the pairs whose words it denies', async (t) => {
  const offers = [{ title: 'Bookkeeper' }, { title: 'Roof repair' }, { title: 'Gardener' }]
  const plain = wordingOf({ title: 'Bookkeeper and roof' }, offers)
  const denying = wordingOf({ title: 'Roof. Not looking for a bookkeeper' }, offers)
  t.ok((plain[0] ?? 0) > 0)
  t.equal(denying[0], 0)
  t.ok((denying[1] ?? 0) > 0)
  t.equal(denying[2], 0)
})

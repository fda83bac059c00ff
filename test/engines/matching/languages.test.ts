import t from 'tap'
import { createEngine } from '../../../src/engines/matching/index.ts'
import { createTaxonomy } from '../../../src/engines/skills/index.ts'
import {
  curatedSkillHints,
  readCuratedTaxonomy,
  skillDirections,
} from '../../../src/features/skills/index.ts'
import { AS_OF_MS, need, offer, settings } from '../../support/market-postings.ts'

const curated = readCuratedTaxonomy()
const engine = createEngine({
  ...settings,
  relatedSkills: createTaxonomy(curated).relatedSkills,
  namedSkills: () => curated,
  skillsOfText: curatedSkillHints(),
  directionOf: skillDirections(),
})
const SPOKEN = ['en', 'es', 'fr', 'de', 'pt']
const OFFERS = [
  ['books', 'Bookkeeping for small shops', 'I keep ledgers and reconcile accounts'],
  ['photos', 'Food photography', 'Pictures of dishes for menus and websites'],
  ['garden', 'Tree pruning', 'I trim hedges and prune fruit trees'],
  ['sun', 'Solar panel installer', 'I install solar panels on roofs'],
] as const
for (const [id, title, description] of OFFERS)
  engine.putOffer(offer({ id, title, description, skills: [], languages: SPOKEN }))

const foundBy = (title: string, language: string) =>
  engine
    .rankOffers(need({ title, description: '', skills: [], languages: [language] }), {
      limit: 10,
      asOfMs: AS_OF_MS,
      leastFit: 'possible',
    })
    .map(({ offerId }) => offerId)

t.test(
  'a need in any of the five languages finds the English offer with the skill, and nothing absurd',
  async (t) => {
    for (const language of ['en', 'es']) {
      t.same(foundBy('Necesitamos a alguien que nos lleve la contabilidad', language), ['books'])
      t.same(foundBy('Fotos de la comida', language), ['photos'])
    }
    t.same(foundBy('Hilfe mit der Buchhaltung', 'de'), ['books'])
    t.same(foundBy('Aide pour la comptabilité', 'fr'), ['books'])
    t.same(foundBy('Ajuda com a contabilidade', 'pt'), ['books'])
  },
)

t.test('a need and an offer in one language meet by other forms and parts of a word', async (t) => {
  const german = createEngine(settings)
  german.putOffer(offer({ id: 'lessons', title: 'Unterricht auf der Gitarre', description: '', skills: [] }))
  german.putOffer(offer({ id: 'sewing', title: 'Nähen von Vorhängen', description: '', skills: [] }))
  const found = german.rankOffers(need({ title: 'Gitarrenunterricht', description: '', skills: [] }), {
    limit: 10,
    asOfMs: AS_OF_MS,
    leastFit: 'possible',
  })
  t.same(
    found.map(({ offerId }) => offerId),
    ['lessons'],
  )
})

import t from 'tap'
import { formIn, signatureIn } from '../../../src/engines/skills/forms-in-language.ts'
import { createTaxonomy } from '../../../src/engines/skills/taxonomy.ts'
import { createSkillHints, shownSkills } from '../../../src/engines/skills/text-skills.ts'
import type { Language } from '../../../src/shared/languages/index.ts'
import { entry } from '../../support/skill-entries.ts'

const SAME: readonly (readonly [Language, readonly string[]])[] = [
  ['spanish', ['plomero', 'plomera', 'plomeros', 'plomeras']],
  ['spanish', ['traductor', 'traductora', 'traductores']],
  ['french', ['serveur', 'serveuse', 'serveurs', 'serveuses']],
  ['french', ['infirmier', 'infirmiere']],
  ['french', ['correcteur', 'correctrice']],
  ['german', ['elektriker', 'elektrikerin', 'elektrikerinnen']],
  ['german', ['kameramann', 'kamerafrau']],
  ['portuguese', ['cozinheiro', 'cozinheira', 'cozinheiras']],
]

for (const [language, words] of SAME)
  t.test(`${words.join(', ')} have one form in ${language}`, async (t) => {
    t.equal(new Set(words.map((word) => formIn(word, language))).size, 1)
  })

t.test('a trade and its work keep different forms', async (t) => {
  t.not(formIn('peintre', 'french'), formIn('peinture', 'french'))
  t.not(formIn('cocinera', 'spanish'), formIn('cocina', 'spanish'))
})

t.test(
  'several words have one signature in all their inflections, without the words that join them',
  async (t) => {
    t.equal(
      signatureIn(['poda', 'de', 'arboles'], 'spanish'),
      signatureIn(['podar', 'los', 'arboles'], 'spanish'),
    )
    t.equal(signatureIn(['redes', 'sociales'], 'spanish'), signatureIn(['red', 'social'], 'spanish'))
    t.equal(
      signatureIn(['traducao', 'de', 'contratos'], 'portuguese'),
      signatureIn(['traducoes', 'de', 'contrato'], 'portuguese'),
    )
  },
)

const TAXONOMY = [
  entry('waiting', 'Waiting tables', {
    names: ['mesero', 'serveur'],
    inLanguages: [
      { language: 'spanish', names: ['mesero'], phrases: ['atender comensales hambrientos'] },
      { language: 'french', names: ['serveur'], phrases: [] },
    ],
  }),
  entry('roofing', 'Roofing', {
    names: ['techador'],
    inLanguages: [{ language: 'spanish', names: ['techador'], phrases: ['goteras sobre el tejado'] }],
  }),
]

t.test(
  'a label in the other gender or number resolves as surely as another form of an English one',
  async (t) => {
    const taxonomy = createTaxonomy(TAXONOMY)
    for (const label of ['mesera', 'meseros', 'serveuse', 'Serveuses']) {
      const { skill, method } = taxonomy.resolve(label)
      t.same([skill?.id, method], ['waiting', 'spelling'], label)
    }
  },
)

t.test('a form that two skills share in a language names neither', async (t) => {
  const both = createTaxonomy([
    entry('ironing', 'Ironing', {
      names: ['planchadoras'],
      inLanguages: [{ language: 'spanish', names: ['planchadoras'], phrases: [] }],
    }),
    entry('planing', 'Planing', {
      names: ['planchadores'],
      inLanguages: [{ language: 'spanish', names: ['planchadores'], phrases: [] }],
    }),
  ])
  t.equal(both.resolve('planchador').skill, null)
})

t.test('a phrase is found in the inflections of its language, and not in those of others', async (t) => {
  const skillsOf = shownSkills(createSkillHints(TAXONOMY, () => undefined, []))
  const idsIn = (title: string) => skillsOf({ title, description: '' }).map(({ skill }) => skill)
  t.same(idsIn('Hay una gotera sobre los tejados de nuestra escuela'), ['roofing'])
  t.same(idsIn('Nous cherchons une gouttière sur la maison de notre école'), [])
})

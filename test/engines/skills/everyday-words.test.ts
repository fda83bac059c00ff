import t from 'tap'
import { createMeanings, SameMeaningError } from '../../../src/engines/skills/everyday-words.ts'
import { createTextSkills } from '../../../src/engines/skills/index.ts'
import { readEverydayWords } from '../../../src/features/skills/everyday-words.ts'
import { rankOfWord } from '../../../src/features/skills/frequent-words.ts'
import { readLearntWords } from '../../../src/features/skills/learnt-words.ts'
import { readCuratedTaxonomy } from '../../../src/features/skills/taxonomy-files.ts'
import type { Language } from '../../../src/shared/languages/index.ts'

const rows = readEverydayWords()
const skillsOfText = createTextSkills(readCuratedTaxonomy(), rankOfWord, rows, readLearntWords())
const idsOf = (title: string, description = '') =>
  skillsOfText({ title, description }).map(({ skill }) => skill)
const row = (en: string[], es: string[] = [], fr: string[] = [], de: string[] = [], pt: string[] = []) => [
  en,
  es,
  fr,
  de,
  pt,
]

const troubles = {
  plumbing: [
    'Leaky tap',
    'El grifo gotea',
    'Le robinet fuit',
    'Der Wasserhahn tropft',
    'A torneira está pingando',
  ],
  'fencing-and-decking': [
    'The fence fell over',
    'Se cayó la valla',
    'La clôture est tombée',
    'Der Zaun ist umgefallen',
    'A cerca caiu',
  ],
  'pest-control': [
    'Mice in the kitchen',
    'Ratones en la cocina',
    'Des souris dans la cuisine',
    'Mäuse in der Küche',
    'Ratos na cozinha',
  ],
  glazing: ['Broken window', 'Ventana rota', 'Une fenêtre cassée', 'Fenster kaputt', 'Janela quebrada'],
  'credit-control': [
    'Unpaid invoices',
    'Facturas impagadas',
    'Factures impayées',
    'Unbezahlte Rechnungen',
    'Faturas que os clientes não pagam',
  ],
} as const
for (const [skill, texts] of Object.entries(troubles))
  t.test(`a trouble in everyday words of five languages asks for ${skill}`, async (t) => {
    for (const text of texts) t.ok(idsOf(text).includes(skill), `${text}: ${idsOf(text).join(', ')}`)
  })

t.test('an everyday word without a trouble or a wish asks for nothing', async (t) => {
  for (const text of ['We meet by the fence', 'A window seat', 'Das Fenster zum Hof', 'La cocina es bonita'])
    t.same(idsOf(text), [], text)
})

t.test('a word that means a thing is no name of the trade', async (t) => {
  t.notOk(idsOf('Our photos are on the wall').includes('photography'))
})

t.test('a German compound is understood by its parts', async (t) => {
  t.ok(idsOf('Badezimmerfliesen locker').includes('tiling'))
})

t.test('every meaning has words in at least three languages', async (t) => {
  for (const languages of rows) {
    t.equal(languages.length, 5, languages.join(' | '))
    t.ok(languages.filter(({ length }) => length > 0).length >= 3, languages.join(' | '))
  }
})

t.test('a word with two meanings in one language is refused', async (t) => {
  t.throws(() => createMeanings([row(['tap']), row(['dance', 'Tap'])]), SameMeaningError)
  createMeanings([row(['pain']), row(['bread'], [], ['pain'])])
})

t.test(
  'a word has the meaning of its own language, and of others only if it is no word of its own',
  async (t) => {
    const meaningAt = createMeanings([row(['pain']), row(['bread'], ['pan'], ['pain'], ['Brot'])])
    const rootOf = (word: string, language: Language) => meaningAt([word], 0, language)?.root
    t.equal(rootOf('pain', 'french'), '=bread')
    t.equal(rootOf('pain', 'english'), '=pain')
    t.equal(rootOf('brot', 'english'), '=bread')
    t.equal(rootOf('pan', 'english'), undefined)
  },
)

t.test('inflections have the meaning of a word, and longer words of the same stem do not', async (t) => {
  const meaningAt = createMeanings([row([], [], ['concert'])])
  t.equal(meaningAt(['concerts'], 0, 'french')?.root, '=concert')
  t.equal(meaningAt(['concertation'], 0, 'french'), undefined)
})

t.test('several words that mean one thing count as one, the longest first', async (t) => {
  const meaningAt = createMeanings([row(['machine']), row(['washing machine'], [], ['machine à laver'])])
  t.same(meaningAt(['our', 'washing', 'machine'], 1, 'english'), { root: '=washing machine', length: 2 })
  t.same(meaningAt(['machine', 'tools'], 0, 'english'), { root: '=machine', length: 1 })
})

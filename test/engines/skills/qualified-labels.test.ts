import t from 'tap'
import { createTaxonomy, createTextSkills } from '../../../src/engines/skills/index.ts'
import { readEverydayWords } from '../../../src/features/skills/everyday-words.ts'
import { rankOfWord } from '../../../src/features/skills/index.ts'
import { readLearntWords } from '../../../src/features/skills/learnt-words.ts'
import { readCuratedTaxonomy } from '../../../src/features/skills/taxonomy-files.ts'

const curated = readCuratedTaxonomy()
const taxonomy = createTaxonomy(
  curated,
  createTextSkills(curated, rankOfWord, readEverydayWords(), readLearntWords()),
)
const idOf = (label: string) => taxonomy.resolve(label).skill?.id ?? null

const plain = { plumber: 'plumbing', photography: 'photography', bookkeeping: 'bookkeeping' } as const

for (const [name, id] of Object.entries(plain))
  t.test(`words that say how well somebody does it do not hide ${name}`, async (t) => {
    for (const label of [
      `certified ${name}`,
      `experience with ${name}`,
      `advanced ${name} skills`,
      `${name} (beginner)`,
      `conocimientos básicos de ${name}`,
      `notions de ${name}`,
      `Erfahrung mit ${name}`,
      `conhecimentos de ${name}`,
    ])
      t.equal(idOf(label), id, label)
  })

t.test('a qualified name is less sure than the name itself', async (t) => {
  t.ok(taxonomy.resolve('certified plumber').confidence < taxonomy.resolve('plumber').confidence)
  t.equal(taxonomy.resolve('certified plumber').method, 'related')
})

t.test(
  'a label that names several things has the first that is a name, with the least confidence',
  async (t) => {
    t.equal(idOf('xyzzying / bookkeeping'), 'bookkeeping')
    t.equal(idOf('Plumbing, xyzzying, plughing'), 'plumbing')
  },
)

t.test('a description that lists things has not the skill of the first of them', async (t) => {
  const named = createTaxonomy(curated)
  for (const label of [
    'Deciding where new shelters go, marketing, budgets and reports to the council are what this person does every day',
    'Prepares and keeps records of tenants, sewing machines, keys, ladders and other things that the house lends to its guests',
    'Nettoie les vitrines, la plomberie, les vélos et tout ce que les voisins ont laissé dans la cour pendant les vacances',
  ])
    t.match(named.resolve(label), { skill: null, method: 'none' }, label)
  t.equal(
    named.resolve('xyzzying, sewing, plughing, ironing and mending of all that is brought').skill?.id,
    'sewing',
  )
})

t.test('qualifying words alone name nothing', async (t) => {
  for (const label of [
    'expert',
    'certified',
    'advanced skills',
    'Erfahrung',
    'experiencia con',
    'nivel básico',
    'A & B',
    '/',
  ])
    t.equal(idOf(label), null, label)
})

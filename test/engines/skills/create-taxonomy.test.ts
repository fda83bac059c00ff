import t from 'tap'
import { mergeTaxonomies } from '../../../src/engines/skills/merge-taxonomies.ts'
import { createTaxonomy } from '../../../src/engines/skills/taxonomy.ts'
import { entry } from '../../support/skill-entries.ts'

t.test('a relation counts both ways, strongest first; what is not there is left out', async (t) => {
  const taxonomy = createTaxonomy([
    entry('a', 'Alpha', { related: { b: 0.4, gone: 0.9 } }),
    entry('b', 'Beta', { related: { c: 0.8, a: 0.5 } }),
    entry('c', 'Gamma'),
  ])
  t.same(taxonomy.relatedSkills('b'), [
    { skill: 'c', strength: 0.8 },
    { skill: 'a', strength: 0.5 },
  ])
  t.same(taxonomy.relatedSkills('a'), [{ skill: 'b', strength: 0.5 }])
  t.same(taxonomy.relatedSkills('~unknown'), [])
  t.same(taxonomy.get('c')?.related, [{ id: 'b', strength: 0.8 }])
  t.equal(taxonomy.get('d'), undefined)
  t.same(
    [...taxonomy.skills()].map(({ id }) => id),
    ['a', 'b', 'c'],
  )
  t.equal(taxonomy.size, 3)
})

t.test(
  'in a merged taxonomy an imported skill of a curated label becomes part of the curated one',
  async (t) => {
    const uri = 'http://data.europa.eu/esco/skill/1'
    const curated = [
      entry('accounting', 'Accounting', { aliases: ['accountancy'], related: { audit: 0.6 } }),
      entry('audit', 'Audit'),
    ]
    const before = structuredClone(curated)
    const merged = mergeTaxonomies(curated, [
      entry('esco:1', 'Accountancy', {
        aliases: ['keep accounts', 'AUDIT'],
        related: { 'esco:2': 0.4 },
        uri,
      }),
      entry('esco:2', 'Tax law', { aliases: ['accounting', 'taxes'], related: { 'esco:3': 0.3 } }),
      entry('esco:3', 'audit', { related: { 'esco:1': 0.9 } }),
      entry('onet:1', 'tax LAW', { aliases: ['taxes', 'tax code'] }),
    ])
    t.same(merged, [
      entry('accounting', 'Accounting', {
        aliases: ['accountancy', 'keep accounts'],
        related: { audit: 0.6, 'esco:2': 0.4 },
        uri,
      }),
      entry('audit', 'Audit'),
      entry('esco:2', 'Tax law', { aliases: ['taxes', 'tax code'], related: { audit: 0.3 } }),
    ])
    t.same(curated, before, 'the arguments are left unchanged')
    const taxonomy = createTaxonomy(merged)
    t.equal(taxonomy.resolve('esco:1').skill?.id, 'accounting', 'the id of the imported one still finds it')
    t.equal(taxonomy.resolve(uri).skill?.id, 'accounting')
  },
)

t.test('the order of what is merged changes nothing but the order of the result', async (t) => {
  const imported = [
    entry('esco:1', 'One', { aliases: ['first', 'shared'] }),
    entry('esco:2', 'Two', { aliases: ['shared', 'one'] }),
    entry('onet:1', 'TWO', { related: { 'esco:1': 0.5 } }),
  ]
  t.same(mergeTaxonomies([], [...imported].reverse()), mergeTaxonomies([], imported))
})

t.test('among imported skills a key belongs to labels first, then to the lower id', async (t) => {
  const taxonomy = createTaxonomy([
    entry('esco:1', 'One', { aliases: ['two', 'shared'] }),
    entry('esco:2', 'Two', { aliases: ['shared'] }),
    entry('kept', 'Kept', { aliases: ['One'] }),
  ])
  t.equal(taxonomy.resolve('two').skill?.id, 'esco:2')
  t.equal(taxonomy.resolve('shared').skill?.id, 'esco:1')
  t.equal(taxonomy.resolve('one').skill?.id, 'kept', 'curated before imported')
})

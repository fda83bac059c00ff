import t from 'tap'
import { Concepts, isConcept, skillOfConcept } from '../../../../src/engines/matching/wording/concepts.ts'
import { wordsOf } from '../../../../src/shared/languages/index.ts'

const concepts = new Concepts([
  { id: 'bookkeeping', label: 'Bookkeeping', aliases: ['Keeping the books', 'ledger work'] },
  { id: 'grant-writing', label: 'Grant writing', aliases: ['coordination'] },
  { id: 'events', label: 'Event planning', aliases: ['coordination'] },
  { id: 'logistics', label: 'Logistics', aliases: ['coordination', 'of the'] },
  { id: 'long', label: 'Plan large outdoor music festivals yearly', aliases: [] },
])
const skillsIn = (text: string) => [...concepts.namedIn(text)].map(skillOfConcept)

t.test('a skill is found by its label and aliases, in any inflection, inside a longer text', async (t) => {
  t.same(skillsIn('Someone to keep our books'), ['bookkeeping'])
  t.same(skillsIn('ledger work and grants written'), ['bookkeeping'])
  t.same(skillsIn('Bookkeeping, grant writing and planning of events'), ['bookkeeping', 'grant-writing'])
})

t.test('a text that names no skill has no concepts', async (t) => {
  t.same(skillsIn('ledgers of the town'), [])
  t.same(skillsIn(''), [])
})

t.test('a name of many skills, of stop words only or of many words names none', async (t) => {
  t.same(skillsIn('coordination of the town'), [])
  t.same(skillsIn('Plan large outdoor music festivals yearly'), [])
})

t.test('a concept is told from a word', async (t) => {
  t.ok([...concepts.namedIn('bookkeeping')].every(isConcept))
  t.notOk(wordsOf('skill:bookkeeping', 'english').some(({ stem }) => isConcept(stem)))
})

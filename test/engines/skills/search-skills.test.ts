import t from 'tap'
import { createTaxonomy } from '../../../src/engines/skills/taxonomy.ts'
import { entry } from '../../support/skill-entries.ts'

const entries = [
  entry('bookkeeping', 'Bookkeeping', { aliases: ['ledger keeping'] }),
  entry('book-writing', 'Book writing'),
  entry('online-booking', 'Online booking'),
  entry('library', 'Library work', { aliases: ['booklists'] }),
  entry('xero', 'Xero', { aliases: ['Xero bookkeeping'] }),
  entry('cpp', 'C++'),
  entry('esco:1', 'Book'),
]
const taxonomy = createTaxonomy(entries)
const search = (typed: string, limit = 20) => taxonomy.search(typed, limit).map(({ id }) => id)

t.test('labels come before words of labels, then aliases, then words of aliases', async (t) => {
  t.same(search('book'), ['bookkeeping', 'book-writing', 'esco:1', 'online-booking', 'library', 'xero'])
})

t.test('the limit cuts the list and changes nothing else', async (t) => {
  for (let limit = 0; limit <= 7; limit++) t.same(search('book', limit), search('book').slice(0, limit))
})

t.test('several words are a prefix together', async (t) => {
  t.same(search('Book wri'), ['book-writing'])
  t.same(search('ledger k'), ['bookkeeping'])
  t.same(search('c+'), ['cpp'])
})

t.test('a slip is forgiven where nothing starts with what was typed', async (t) => {
  t.same(search('bokkeep')[0], 'bookkeeping')
  t.same(search('onlien book'), ['online-booking'])
  t.same(search('zzzz'), [])
  t.same(search('🔥'), [])
})

t.test('the order of the entries changes nothing', async (t) => {
  t.same(createTaxonomy([...entries].reverse()).search('book', 20), taxonomy.search('book', 20))
})

import t from 'tap'
import { Interned } from '../../../../src/engines/matching/rows/interned.ts'

t.test('a text keeps its number while somebody holds it, and frees it after', async (t) => {
  const texts = new Interned()
  const book = texts.hold('book')
  const keep = texts.hold('keep')
  t.equal(texts.hold('book'), book)
  texts.release(book)
  t.equal(texts.find('book'), book, 'held once more')
  texts.release(keep)
  t.equal(texts.find('keep'), -1)
  t.equal(texts.hold('other'), keep, 'the number of a text that is gone is used again')
  t.equal(texts.textOf(keep), 'other')
  t.equal(texts.size, 2)
})

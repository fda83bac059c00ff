import t from 'tap'
import { fold, stemsOf, wordsByStem } from '../../../src/matching/engine/text.ts'

t.test('words become stems, without case, accents, apostrophes and stop words', async (t) => {
  t.same(stemsOf('Keeping the Books for a café'), ['keep', 'book', 'cafe'])
  t.same(stemsOf("Don't stop: donors' thank-you letters"), ['dont', 'stop', 'donor', 'thank', 'letter'])
  t.same(stemsOf(''), [])
})

t.test('C++ and C# are not C', async (t) => {
  t.same(stemsOf('C++, C# and C.'), ['c++', 'c#', 'c'])
})

t.test('words of other scripts stay whole', async (t) => {
  t.same(stemsOf('हिन्दी бухгалтерия'), ['हिन्दी', 'бухгалтерия'])
})

t.test('folding joins composed and decomposed letters', async (t) => {
  t.equal(fold('E\u0301LAN'), fold('élan'))
})

t.test('a stem is shown as its first word', async (t) => {
  t.same(
    [...wordsByStem('Donations and donating')],
    [
      ['donat', 'donations'],
      ['and', 'and'],
    ],
  )
})

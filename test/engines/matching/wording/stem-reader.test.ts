import t from 'tap'
import { createStemReader } from '../../../../src/engines/matching/wording/stem-reader.ts'

const stemsOf = createStemReader('english')

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

t.test('each language has its stems and stop words', async (t) => {
  t.same(createStemReader('german')('Wir suchen jemanden für die Buchhaltung'), ['jemand', 'buchhalt'])
  t.same(createStemReader('french')('Nous cherchons des comptables'), ['cherchon', 'comptabl'])
  t.same(createStemReader('spanish')('Necesitamos contables para la tienda'), ['contabl', 'tiend'])
})

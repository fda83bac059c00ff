import t from 'tap'
import { fold } from '../../../src/engines/matching/text.ts'

t.test('folding joins composed and decomposed letters', async (t) => {
  t.equal(fold('E\u0301LAN'), fold('élan'))
})

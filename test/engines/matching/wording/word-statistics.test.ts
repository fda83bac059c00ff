import t from 'tap'
import { WordStatistics } from '../../../../src/engines/matching/wording/word-statistics.ts'
import { wordsOfPosting } from './words-of-posting.ts'

t.test('a rarity is the inverse document frequency of BM25, over needs and offers', async (t) => {
  const statistics = new WordStatistics()
  statistics.countNeed(wordsOfPosting([[0, 1, 0]]), 1)
  statistics.countOffer(wordsOfPosting([[0, 1, 0]]), 1)
  statistics.countOffer(wordsOfPosting([[5000, 0, 1]]), 1)
  const expected = (withStem: number) => Math.log(1 + (3 - withStem + 0.5) / (withStem + 0.5))
  for (const [id, withStem] of [
    [0, 2],
    [5000, 1],
    [7, 0],
  ] as const) {
    t.equal(statistics.postingsWith(id), withStem)
    t.ok(Math.abs(statistics.rarity(id) - expected(withStem)) < 1e-12)
  }
})

t.test('lengths are means over offers', async (t) => {
  const statistics = new WordStatistics()
  t.equal(statistics.meanTitleLength, 1)
  statistics.countNeed(wordsOfPosting([[0, 9, 9]]), 1)
  statistics.countOffer(wordsOfPosting([[0, 2, 8]]), 1)
  statistics.countOffer(wordsOfPosting([[0, 4, 0]]), 1)
  t.equal(statistics.meanTitleLength, 3)
  t.equal(statistics.meanDescriptionLength, 4)
})

t.test('what was counted out leaves no trace', async (t) => {
  const statistics = new WordStatistics()
  const kept = wordsOfPosting([[1, 1, 1]])
  statistics.countOffer(kept, 1)
  const before = [statistics.rarity(1), statistics.rarity(2), statistics.meanTitleLength]
  const passing = wordsOfPosting([
    [1, 3, 0],
    [2, 0, 4],
  ])
  statistics.countOffer(passing, 1)
  statistics.countOffer(passing, -1)
  t.same([statistics.rarity(1), statistics.rarity(2), statistics.meanTitleLength], before)
})

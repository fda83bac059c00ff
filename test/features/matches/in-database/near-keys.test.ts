import t from 'tap'
import { areAlikeInForm } from '../../../../src/engines/matching/wording/alike-in-form.ts'
import { likeness, trigramsOf } from '../../../../src/engines/matching/wording/trigrams.ts'
import { WORDING_OPTIONS } from '../../../../src/engines/matching/wording/wording-options.ts'
import { createTestDatabase } from '../../../support/database.ts'

const { pool } = await createTestDatabase(t)

/** Every word of few letters: near words of real texts are rarer, and not near in other ways. */
function allWords(letters: string, longest: number): string[] {
  const words: string[] = []
  let last = ['']
  for (let length = 1; length <= longest; length++) {
    last = last.flatMap((word) => [...letters].map((letter) => word + letter))
    words.push(...last)
  }
  return words
}

function areNear(a: string, b: string): boolean {
  const [ours, theirs] = [trigramsOf(a), new Set(trigramsOf(b))]
  const shared = ours.filter((one) => theirs.has(one)).length
  return likeness(shared, ours.length, theirs.size) >= WORDING_OPTIONS.leastLikeness && areAlikeInForm(a, b)
}

for (const [letters, longest] of [
  ['ab', 9],
  ['abc', 6],
  ['äbß', 5],
] as const)
  t.test(`all near words of the letters ${letters} share a key in the database`, async (t) => {
    const words = allWords(letters, longest)
    const { rows } = await pool.query<{ keys: string[] }>(
      'select near_keys(word) as keys from unnest($1::text[]) with ordinality as one (word, at) order by at',
      [words],
    )
    const keys = rows.map((row) => new Set(row.keys))
    let near = 0
    const missed: string[] = []
    for (const [at, word] of words.entries())
      for (let other = 0; other < at; other++) {
        const one = words[other] ?? ''
        if (!areNear(word, one)) continue
        near++
        if (keys[at]?.isDisjointFrom(keys[other] ?? new Set())) missed.push(`${word} ${one}`)
      }
    t.ok(near > 500)
    t.same(missed, [])
  })

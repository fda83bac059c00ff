import t from 'tap'
import { steppedCount, steppedMean, steppedSkillCount } from '../../../src/engines/matching/stepped-count.ts'

for (const [name, stepped, ratio, most] of [
  ['a count', steppedCount, 2 ** 0.125, 67],
  ['a count of skills', steppedSkillCount, 2 ** 0.5, 30],
] as const)
  t.test(`${name} is worth itself while it is small, and never far from itself`, async (t) => {
    let steps = 0
    for (let count = 1; count < 100_000; count++) {
      const [before, worth] = [stepped(count - 1), stepped(count)]
      if (worth !== before) steps++
      if (count < 16 ? worth !== count : worth < count / (ratio + 1e-9) || worth > count * (ratio + 1e-9))
        t.fail(`${count} is worth ${worth}`)
      if (worth < before) t.fail(`${count} is worth less than the one before`)
    }
    t.ok(steps <= most, `${steps} steps up to 100,000`)
  })

t.test('a mean is exact of few lengths, and near of many', async (t) => {
  t.equal(steppedMean(0, 0), 1)
  t.equal(steppedMean(10, 4), 2.5)
  for (const mean of [0.3, 1, 7.7, 55]) {
    const worth = steppedMean(mean * 1000, 1000)
    t.ok(Math.abs(Math.log2(worth / mean)) <= 1 / 8 + 1e-9)
  }
})

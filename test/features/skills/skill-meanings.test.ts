import t from 'tap'
import { quantized } from '../../../src/features/matches/index.ts'
import {
  hashOfSkill,
  readCuratedTaxonomy,
  readSkillMeanings,
  textsOfSkill,
} from '../../../src/features/skills/index.ts'
import { createLocalTextEncoder } from '../../../src/platform/embeddings/index.ts'

const { model, made } = readSkillMeanings()
const entries = [...readCuratedTaxonomy()]

t.test(
  'every curated skill has a meaning of its names and phrases as they are now (npm run skill-meanings)',
  async (t) => {
    const stale = entries
      .filter((entry) => made.get(entry.id)?.hash !== hashOfSkill(entry))
      .map(({ id }) => id)
    t.strictSame(stale, [])
    t.equal(made.size, entries.length)
  },
)

t.test('the meanings are those that the local model makes', async (t) => {
  const encoder = createLocalTextEncoder()
  t.teardown(() => encoder.close())
  t.equal(model, encoder.model)
  for (const entry of [entries[0], entries[Math.floor(entries.length / 2)], entries.at(-1)]) {
    if (!entry) return t.fail('no skills')
    const [names, said] = await encoder.encode(textsOfSkill(entry))
    const sum = names && said ? names.map((value, at) => value + (said[at] ?? 0)) : null
    t.strictSame(made.get(entry.id)?.numbers, quantized(sum), entry.id)
  }
})

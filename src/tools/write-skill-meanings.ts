import { writeFileSync } from 'node:fs'
import { MEANING_DIMENSIONS } from '../engines/matching/index.ts'
import {
  hashOfLearnt,
  readCuratedTaxonomy,
  readSkillSentences,
  SKILL_MEANINGS_FILE,
  textsOfSkill,
} from '../features/skills/index.ts'
import { createLocalTextEncoder } from '../platform/embeddings/index.ts'
import { type LearntText, learnSkillMeanings, targetsOf } from './learn-skill-meanings.ts'
import { quantizedRows } from './quantized-rows.ts'

// Learns the weights of each curated skill for vectors of the local model: npm run skill-meanings
// Run it after a change of the taxonomy or its sentences. It takes about ten minutes of the
// processor; the same texts give the same weights.

const TEXTS_AT_ONCE = 64
/** On a busy machine a batch takes more than a minute. */
const TIMEOUT_MS = 600_000

const entries = readCuratedTaxonomy()
const sentences = readSkillSentences()
const encoder = createLocalTextEncoder({ timeoutMs: TIMEOUT_MS })
const texts = entries.flatMap((entry, skill) =>
  textsOfSkill(entry, sentences).map((text) => ({ skill, text })),
)
const learnt: LearntText[] = []
for (let from = 0; from < texts.length; from += TEXTS_AT_ONCE) {
  const some = texts.slice(from, from + TEXTS_AT_ONCE)
  const vectors = await encoder.encode(some.map(({ text }) => text))
  for (const [at, { skill }] of some.entries()) {
    const vector = vectors[at]?.slice(0, MEANING_DIMENSIONS)
    if (vector) learnt.push({ skill, vector: ofLengthOne(vector) })
  }
}
const { weights, biases } = learnSkillMeanings(learnt, targetsOf(entries), MEANING_DIMENSIONS)
const lines = quantizedRows(weights, MEANING_DIMENSIONS).map(({ numbers, scale }, skill) => {
  const bias = (biases[skill] ?? 0).toFixed(4)
  return [entries[skill]?.id, bias, scale.toPrecision(6), Buffer.from(numbers).toString('base64')].join('\t')
})
writeFileSync(
  SKILL_MEANINGS_FILE,
  `${[[encoder.model, hashOfLearnt(entries, sentences)].join('\t'), ...lines].join('\n')}\n`,
)
await encoder.close()

function ofLengthOne(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector)
  return vector.map((value) => value / length)
}

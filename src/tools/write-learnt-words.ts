import { writeFileSync } from 'node:fs'
import { createFeatureReader } from '../engines/skills/index.ts'
import {
  hashOfLearntWords,
  LEARNT_WORDS_FILE,
  learntWordsFile,
  rankOfWord,
  readCuratedTaxonomy,
  readEverydayWords,
  readSkillSentences,
  wordsOfSkill,
} from '../features/skills/index.ts'
import { createThread } from '../platform/jobs/index.ts'
import { combineLearnt } from './combine-learnt.ts'
import { targetsOf } from './learn-skill-meanings.ts'
import type { LearntWeights, WordLesson } from './learn-words.ts'
import { quantizedRows } from './quantized-rows.ts'

// Learns how the words of a text, in five languages, tell curated skills apart: npm run skill-meanings
// Run it after a change of the taxonomy, its sentences or the everyday words. It takes about twelve minutes of the
// processor, in four threads; the same texts give the same weights.

/** A name or phrase says less of how people write than a sentence. */
const WEIGHT_OF_DESCRIPTION = 0.7
/** Their mean is kept. What fewer give is under "Judged markets" in docs/design/texts.md. */
const SEEDS = [1, 2, 3, 4] as const

const entries = readCuratedTaxonomy()
const sentences = readSkillSentences()
const featuresOf = createFeatureReader(entries, rankOfWord, readEverydayWords())
const texts = entries.flatMap((entry, skill) => {
  const { descriptions, sentences: said } = wordsOfSkill(entry, sentences)
  const weighed = (weight: number) => (text: string) => ({ skill, weight, features: featuresOf(text) })
  return [...descriptions.map(weighed(WEIGHT_OF_DESCRIPTION)), ...said.map(weighed(1))]
})
const learnt = combineLearnt(await learnInThreads())
const rows = quantizedRows(learnt.numbers, learnt.dimensions)
const numbers = new Int8Array(learnt.numbers.length)
for (const [at, row] of rows.entries()) numbers.set(row.numbers, at * learnt.dimensions)
writeFileSync(
  LEARNT_WORDS_FILE,
  Buffer.concat(
    learntWordsFile({
      ...learnt,
      numbers,
      scales: Float32Array.from(rows, ({ scale }) => scale),
      skills: entries.map(({ id }) => id),
      learntFrom: hashOfLearntWords(entries, sentences),
    }),
  ),
)

function learnInThreads(): Promise<LearntWeights[]> {
  const targets = targetsOf(entries)
  return Promise.all(
    SEEDS.map(async (seed) => {
      const thread = createThread<WordLesson, LearntWeights>(
        new URL('./learn-words.ts', import.meta.url),
        'learnWords',
      )
      const learnt = await thread.run({ texts, targets, seed })
      await thread.close()
      return learnt
    }),
  )
}

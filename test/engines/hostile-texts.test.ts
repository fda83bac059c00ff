import t from 'tap'
import { fold } from '../../src/engines/matching/text.ts'
import { createTaxonomy, createTextSkills, type Taxonomy } from '../../src/engines/skills/index.ts'
import { labelKey, wordsOf } from '../../src/engines/skills/skill-label.ts'
import { readEverydayWords } from '../../src/features/skills/everyday-words.ts'
import { rankOfWord } from '../../src/features/skills/index.ts'
import { readLearntWords } from '../../src/features/skills/learnt-words.ts'
import { readCuratedTaxonomy } from '../../src/features/skills/taxonomy-files.ts'
import { LANGUAGES, languageOf, loadLanguages, wordsOf as wordsIn } from '../../src/shared/languages/index.ts'
import { cpuMs, hostileTexts, leastCpuMs, TRIES } from '../support/hostile-texts.ts'

const MAX_MS = 20
const MAX_STEP_MS = 20
const manyWords = {
  '10,000 words': 'Buchhaltung comptabilité jardinero website '.repeat(2500),
  emoji: '🎉👩‍🌾🥕'.repeat(2000),
  'mixed scripts': 'помощь help 書類 مساعدة Hilfe '.repeat(2000),
}

t.test(
  'no text of 10,000 characters holds the event loop while its language and words are read',
  async (t) => {
    loadLanguages()
    for (const [name, text] of Object.entries({ ...hostileTexts(10_000), ...manyWords })) {
      const detectMs = leastCpuMs(() => languageOf(text))
      for (const language of LANGUAGES) {
        const ms = detectMs + leastCpuMs(() => wordsIn(text, language))
        t.ok(ms < MAX_MS, `${name} in ${language}: ${ms.toFixed(1)} ms`)
      }
    }
  },
)

t.test('nor while it is folded, or read as the label of a skill', async (t) => {
  for (const [name, text] of Object.entries(hostileTexts(10_000)))
    for (const work of [() => fold(text), () => wordsOf(labelKey(text))]) {
      const ms = leastCpuMs(work)
      t.ok(ms < MAX_MS, `${name}: ${ms.toFixed(1)} ms`)
    }
})

const curated = readCuratedTaxonomy()
/** Reads sentences as texts, or by names only. */
const taxonomies = [
  createTaxonomy(curated, createTextSkills(curated, rankOfWord, readEverydayWords(), readLearntWords())),
  createTaxonomy(curated),
]
for (const taxonomy of taxonomies) await taxonomy.indexSentences()

/** Processor milliseconds of each step that resolves a sentence, the least of several tries, and the answer. */
function stepsOf(taxonomy: Taxonomy, sentence: string) {
  let leastMs: number[] = []
  for (let tries = 0; ; tries++) {
    const steps = taxonomy.resolveSentenceInSteps(sentence)
    const times_ms: number[] = []
    let step: ReturnType<typeof steps.next> | undefined
    while (!step?.done) times_ms.push(cpuMs(() => (step = steps.next())))
    leastMs = times_ms.map((ms, at) => Math.min(ms, leastMs[at] ?? ms))
    if (tries === TRIES) return { longestMs: Math.max(...leastMs), answer: step.value }
  }
}

t.test('a sentence of any kind is resolved in short steps, with the answer of one step', async (t) => {
  for (const taxonomy of taxonomies) {
    const names = [...taxonomy.skills()].map(({ label }) => label)
    const texts = { ...hostileTexts(2000), 'names of skills': names.join(' ').slice(0, 2000) }
    for (const [name, text] of Object.entries(texts)) {
      const { longestMs, answer } = stepsOf(taxonomy, text)
      t.same(answer, taxonomy.resolveSentence(text), name)
      t.ok(longestMs < MAX_STEP_MS, `${name}: ${longestMs.toFixed(1)} ms`)
    }
  }
})

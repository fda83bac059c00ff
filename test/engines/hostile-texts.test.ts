import t from 'tap'
import { fold } from '../../src/engines/matching/text.ts'
import { LANGUAGES, type Language } from '../../src/engines/matching/wording/languages.ts'
import { createStemReader } from '../../src/engines/matching/wording/stem-reader.ts'
import { createTaxonomy } from '../../src/engines/skills/index.ts'
import { labelKey, wordsOf } from '../../src/engines/skills/skill-label.ts'
import { readCuratedTaxonomy } from '../../src/features/skills/taxonomy-files.ts'
import { hostileTexts, leastCpuMs } from '../support/hostile-texts.ts'

const MAX_MS = 20
const MAX_STEP_MS = 20

t.test('no text of 10,000 characters holds the event loop while its words are read', async (t) => {
  // The keys of the languages are languages.
  for (const language of Object.keys(LANGUAGES) as Language[])
    for (const [name, text] of Object.entries(hostileTexts(10_000))) {
      const ms = leastCpuMs(() => createStemReader(language)(text))
      t.ok(ms < MAX_MS, `${name} in ${language}: ${ms.toFixed(1)} ms`)
    }
})

t.test('nor while it is folded, or read as the label of a skill', async (t) => {
  for (const [name, text] of Object.entries(hostileTexts(10_000)))
    for (const work of [() => fold(text), () => wordsOf(labelKey(text))]) {
      const ms = leastCpuMs(work)
      t.ok(ms < MAX_MS, `${name}: ${ms.toFixed(1)} ms`)
    }
})

const taxonomy = createTaxonomy(readCuratedTaxonomy())
await taxonomy.indexSentences()

t.test('a sentence of any kind is resolved in short steps, with the answer of one step', async (t) => {
  const names = [...taxonomy.skills()].map(({ label }) => label)
  const texts = { ...hostileTexts(2000), 'names of skills': names.join(' ').slice(0, 2000) }
  for (const [name, text] of Object.entries(texts)) {
    const steps = taxonomy.resolveSentenceInSteps(text)
    let longestMs = 0
    for (;;) {
      const before = process.cpuUsage()
      const step = steps.next()
      const { user, system } = process.cpuUsage(before)
      longestMs = Math.max(longestMs, (user + system) / 1000)
      if (!step.done) continue
      t.same(step.value, taxonomy.resolveSentence(text), name)
      break
    }
    t.ok(longestMs < MAX_STEP_MS, `${name}: ${longestMs.toFixed(1)} ms`)
  }
})

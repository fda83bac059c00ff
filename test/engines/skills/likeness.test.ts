import fc from 'fast-check'
import t from 'tap'
import { likenessInSteps, sentencesOf } from '../../../src/engines/skills/likeness.ts'
import type { SkillEntry } from '../../../src/engines/skills/skill.ts'
import { createSlicedWork } from '../../../src/shared/sliced-work.ts'

const WORDS = ['leaky', 'tap', 'fix', 'our', 'books', 'keep', 'the']
const wording = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 })
const descriptions = fc.array(fc.array(wording, { minLength: 1, maxLength: 4 }), {
  minLength: 2,
  maxLength: 6,
})

function entryOf(wordings: readonly (readonly string[])[], number: number): SkillEntry {
  const [label = '', ...aliases] = wordings.map((words) => words.join(' '))
  return {
    id: `skill-${number}`,
    label,
    category: 'any',
    aliases,
    related: {},
    source: 'curated',
    uri: null,
  }
}

function placesIn(entries: readonly SkillEntry[], sentences: readonly (readonly string[])[]): number[] {
  const likeness = createSlicedWork(likenessInSteps(entries)).now()
  return [...createSlicedWork(likeness.placesIn(sentences)).now()]
}

t.test('skills come in the order of their cosines, computed plainly', async () => {
  fc.assert(
    fc.property(descriptions, wording, (ofSkills, sentence) => {
      const cosines = plainCosines(ofSkills, sentence)
      const places = placesIn(ofSkills.map(entryOf), [sentence])
      return places.every((place, skill) =>
        places.every((other, beside) => {
          const isBefore = place < other
          return !isBefore || (cosines[skill] ?? 0) >= (cosines[beside] ?? 0) - 1e-5
        }),
      )
    }),
  )
})

t.test('a skill that shares no word with a text comes behind all', async (t) => {
  const entries = [[['leaky', 'tap']], [['keep', 'the', 'books']]].map(entryOf)
  t.same(placesIn(entries, [['our', 'tap']]), [0, 2])
})

t.test('the sentence counts in which a skill comes first', async (t) => {
  const entries = [[['leaky', 'tap']], [['keep', 'the', 'books']]].map(entryOf)
  const both = sentencesOf('The tap is leaky. Please keep our books!')
  t.equal(both.length, 2)
  t.same(placesIn(entries, both), [0, 0])
})

t.test('dots within a name end no sentence', async (t) => {
  t.same(sentencesOf('Node.js at 10:30'), [['node', 'js', 'at', '10', '30']])
})

/** Of each skill the cosine between a sentence and the sum of its wordings of length 1. */
function plainCosines(
  ofSkills: readonly (readonly (readonly string[])[])[],
  sentence: readonly string[],
): number[] {
  const featuresOf = (words: readonly string[]) =>
    new Set([...words, ...words.slice(1).map((word, at) => `${words[at]} ${word}`)])
  const all = ofSkills.flat().map(featuresOf)
  const rarityOf = (feature: string) =>
    1 + Math.log((1 + all.length) / (1 + all.filter((features) => features.has(feature)).length))
  return ofSkills.map((wordings) => {
    const sum = new Map<string, number>()
    for (const words of wordings) {
      const features = [...featuresOf(words)]
      const length = Math.hypot(...features.map(rarityOf))
      for (const one of features) sum.set(one, (sum.get(one) ?? 0) + rarityOf(one) / length)
    }
    const length = Math.hypot(...sum.values())
    return (
      [...featuresOf(sentence)].reduce((total, one) => total + rarityOf(one) * (sum.get(one) ?? 0), 0) /
      length
    )
  })
}

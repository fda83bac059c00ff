import t from 'tap'
import { createSkillsByMeaning } from '../../../src/engines/skills/index.ts'
import { quantized } from '../../../src/features/matches/index.ts'
import {
  hashOfLearnt,
  hashOfLearntWords,
  readCuratedTaxonomy,
  readLearntWords,
  readSkillMeanings,
  readSkillSentences,
  skillsByMeaning,
  textsOfSkill,
} from '../../../src/features/skills/index.ts'
import { createLocalTextEncoder } from '../../../src/platform/embeddings/index.ts'

const { model, learntFrom, made } = readSkillMeanings()
const learntWords = readLearntWords()
const entries = [...readCuratedTaxonomy()]
const sentences = readSkillSentences()

t.test(
  'skills are learnt from the taxonomy and the sentences as they are now (npm run skill-meanings)',
  async (t) => {
    const ids = entries.map(({ id }) => id)
    t.equal(learntFrom, hashOfLearnt(entries, sentences))
    t.strictSame([...made.keys()], ids)
    t.equal(learntWords.learntFrom, hashOfLearntWords(entries, sentences))
    t.strictSame(learntWords.skills, ids)
  },
)

t.test('a changed name, phrase, sentence or relation is noticed', async (t) => {
  const [first, ...others] = entries
  if (!first) return t.fail('no skills')
  const { id, aliases, phrases = [], related } = first
  const said = sentences.get(id) ?? []
  const changed = [
    { ...first, aliases: [...aliases, 'something else'] },
    { ...first, phrases: [...phrases, 'the thing is broken'] },
    { ...first, related: { ...related, 'dog-walking': 0.21 } },
  ].map((one) => hashOfLearnt([one, ...others], sentences))
  const withSentence = hashOfLearnt(
    entries,
    new Map([...sentences, [id, [...said, { language: 'english' as const, text: 'We need it on Monday' }]]]),
  )
  t.equal(new Set([learntFrom, ...changed, withSentence]).size, 5)
})

t.test('every sentence is of a curated skill, and every curated skill has some', async (t) => {
  const ids = new Set(entries.map(({ id }) => id))
  t.strictSame(
    [...sentences.keys()].filter((id) => !ids.has(id)),
    [],
  )
  t.strictSame(
    [...ids].filter((id) => (sentences.get(id)?.length ?? 0) < 5),
    [],
  )
})

t.test('a sentence that speaks of two skills is learnt for both', async (t) => {
  const ofTwo = (sentences.get('quickbooks') ?? []).filter(({ text }) =>
    [...sentences].some(([id, said]) => id !== 'quickbooks' && said.some((other) => other.text === text)),
  )
  t.ok(ofTwo.length > 0)
  t.equal(new Set(ofTwo.map(({ text }) => text)).size, ofTwo.length)
})

t.test('what is said in other languages is not learnt from: the model reads English', async (t) => {
  const texts = new Set(entries.flatMap((entry) => textsOfSkill(entry, sentences)))
  t.ok(texts.has('paperwork is piling up'))
  t.notOk(texts.has('Schreibtisch läuft über, Post erledigen'))
})

t.test('most texts that were learnt from are among the ten likeliest of their skill', async (t) => {
  const encoder = createLocalTextEncoder()
  t.teardown(() => encoder.close())
  t.equal(model, encoder.model)
  const { weigh } = skillsByMeaning(entries)
  const some = entries.filter((_, at) => at % 40 === 0)
  const texts = some.map(
    ({ id }) => sentences.get(id)?.find(({ language }) => language === 'english')?.text ?? '',
  )
  const vectors = await encoder.encode(texts)
  const known = some.filter(({ id }, at) => {
    const meaning = quantized(vectors[at] ?? null)
    return (
      meaning &&
      weigh([], meaning, { addsSkills: true })
        .slice(0, 10)
        .some(({ skill }) => skill === id)
    )
  })
  t.ok(known.length > 0.75 * some.length, `${known.length} of ${some.length}`)
})

t.test('a skill that was not learnt is left to its words', async (t) => {
  const entry = entries[0]
  if (!entry) return t.fail('no skills')
  const weigh = createSkillsByMeaning([])
  t.strictSame(weigh([], new Int8Array(256).fill(1), { addsSkills: true }), [])
  const { weigh: weighOne } = skillsByMeaning([{ ...entry, id: 'unheard-of' }])
  t.strictSame(weighOne([], new Int8Array(256).fill(1), { addsSkills: true }), [])
})

import t from 'tap'
import { createSkillsOfPosting, quantized } from '../../../src/features/matches/index.ts'
import {
  curatedSkillHints,
  readCuratedTaxonomy,
  skillsByMeaning,
} from '../../../src/features/skills/index.ts'
import { createLocalTextEncoder } from '../../../src/platform/embeddings/index.ts'

const byMeaning = skillsByMeaning(readCuratedTaxonomy())
const skillsOf = createSkillsOfPosting(curatedSkillHints(), byMeaning)
const encoder = createLocalTextEncoder()
t.teardown(() => encoder.close())

const title = 'The goldfish keep dying'
const description = 'Our pond has gone green and we do not know what to do about the water.'
const plain = { title, description, side: 'need' as const, returns: [], isTagged: false, meaning: null }

async function meaningOf(text: string) {
  const [vector] = await encoder.encode([text])
  const numbers = quantized(vector ?? null)
  if (!numbers) throw new Error('the model makes nothing of it')
  return { model: encoder.model, numbers }
}

t.test('a text whose meaning is known also hints at skills that none of its words name', async (t) => {
  const meaning = await meaningOf(`${title}. ${description}`)
  const before = new Set(skillsOf(plain).map(({ skill }) => skill))
  const added = skillsOf({ ...plain, meaning }).filter(({ skill }) => !before.has(skill))
  t.ok(added.length > 0)
  t.notOk(added.some(({ isSure }) => isSure))
})

t.test('no skill is added beside posted ones, nor beside what is given in return', async (t) => {
  const meaning = await meaningOf(`${title}. ${description}`)
  for (const known of [meaning, null]) {
    t.ok(skillsOf({ ...plain, meaning: known }).some(({ because }) => because.length === 0))
    for (const changed of [{ isTagged: true }, { returns: ['Baking'] }])
      t.ok(skillsOf({ ...plain, meaning: known, ...changed }).every(({ because }) => because.length > 0))
  }
})

t.test('the meaning of another model, and of a text in another language, changes nothing', async (t) => {
  const meaning = await meaningOf(`${title}. ${description}`)
  const byWords = skillsOf(plain)
  t.strictSame(skillsOf({ ...plain, meaning: { ...meaning, model: 'another' } }), byWords)
  const german = {
    ...plain,
    title: 'Der Wasserhahn tropft',
    description: 'Wir brauchen jemanden, der ihn repariert.',
  }
  t.strictSame(skillsOf({ ...german, meaning }), skillsOf(german))
})

t.test('a text in another language also hints at skills that were learnt from such words', async (t) => {
  const german = {
    ...plain,
    title: 'Die Fische sterben',
    description: 'Unser Teich ist grün geworden und wir wissen nicht, was wir mit dem Wasser machen sollen.',
  }
  const added = skillsOf(german).filter(({ because }) => because.length === 0)
  t.ok(added.length > 0)
  t.notOk(added.some(({ isSure }) => isSure))
})

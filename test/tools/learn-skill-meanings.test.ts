import t from 'tap'
import type { SkillEntry } from '../../src/engines/skills/index.ts'
import { learnSkillMeanings, type SkillWeights, targetsOf } from '../../src/tools/learn-skill-meanings.ts'

function entry(id: string, related: Record<string, number> = {}): SkillEntry {
  return { id, label: id, category: 'any', aliases: [], related, source: 'curated', uri: null }
}

/** A direction in the plane. */
const towards = (degrees: number) =>
  Float32Array.of(Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180))

/** Twenty texts around each of these directions, which stand for skills by number. */
const textsAround = (...degrees: number[]) =>
  degrees.flatMap((one, skill) =>
    Array.from({ length: 20 }, (_, at) => ({ skill, vector: towards(one - 10 + at) })),
  )

function sumsOf({ weights, biases }: SkillWeights, vector: Float32Array): number[] {
  return [...biases].map((bias, skill) =>
    vector.reduce((sum, value, at) => sum + value * (weights[skill * vector.length + at] ?? 0), bias),
  )
}

t.test('each direction speaks most for the skill whose texts lie there', async (t) => {
  const targets = targetsOf([entry('a'), entry('b'), entry('c')])
  const learnt = learnSkillMeanings(textsAround(0, 90, 200), targets, 2)
  for (const [skill, degrees] of [0, 90, 200].entries()) {
    const sums = sumsOf(learnt, towards(degrees + 5))
    t.equal(sums.indexOf(Math.max(...sums)), skill)
  }
})

t.test('the same texts give the same weights', async (t) => {
  const targets = targetsOf([entry('a'), entry('b')])
  const learn = () => learnSkillMeanings(textsAround(10, 120), targets, 2)
  t.strictSame(learn(), learn())
})

t.test('texts of a skill speak for what is related to it, whichever side says so', async (t) => {
  const [ofA, ofB, ofC] = targetsOf([entry('a', { b: 0.8 }), entry('b', { c: 0.4 }), entry('c'), entry('d')])
  t.strictSame(ofA, new Map([0, 1].map((skill) => [skill, skill === 0 ? 0.9 : 0.1])))
  t.equal(ofB?.get(1), 0.9)
  t.ok((ofB?.get(0) ?? 0) > (ofB?.get(2) ?? 1), 'the stronger relation gets more')
  t.equal([...(ofB?.values() ?? [])].reduce((sum, one) => sum + one, 0).toFixed(6), '1.000000')
  t.strictSame([...(ofC?.keys() ?? [])], [2, 1])

  const texts = textsAround(0, 120, 240)
  const related = learnSkillMeanings(texts, targetsOf([entry('a', { b: 0.9 }), entry('b'), entry('c')]), 2)
  const [, b = 0, c = 0] = sumsOf(related, towards(0))
  t.ok(b > c)
})

t.test('a skill without texts and relations is likely nowhere', async (t) => {
  const targets = targetsOf([entry('a'), entry('b'), entry('c')])
  const learnt = learnSkillMeanings(textsAround(0, 90), targets, 2)
  for (const degrees of [0, 90, 180, 270]) {
    const sums = sumsOf(learnt, towards(degrees))
    t.ok((sums[2] ?? 0) < Math.max(...sums))
  }
})

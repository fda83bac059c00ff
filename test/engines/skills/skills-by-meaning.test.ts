import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { createSkillsByMeaning, type SkillHint } from '../../../src/engines/skills/index.ts'
import { holds } from '../../support/holds.ts'

const numbers = (...values: number[]) => Int8Array.from(values)

const skills = [
  { skill: 'bookkeeping', label: 'Bookkeeping', numbers: numbers(100, 0, 0), scale: 0.1, bias: 0 },
  { skill: 'payroll', label: 'Payroll', numbers: numbers(80, 60, 0), scale: 0.1, bias: 0 },
  { skill: 'plumbing', label: 'Plumbing', numbers: numbers(0, 0, 100), scale: 0.1, bias: 0 },
]
const weigh = createSkillsByMeaning(skills)

function hint(skill: string, confidence: number): SkillHint {
  return {
    skill,
    label: skill,
    confidence,
    agreed: 0.5,
    likelihood: -2,
    because: ['word'],
    isSure: true,
    isShown: true,
    isFirm: true,
    isOfWriter: false,
  }
}

const confidences = fc.integer({ min: 1, max: 999 }).map((value) => value / 1000)
const number = fc.integer({ min: -127, max: 127 })
const directions = fc.tuple(number, number, number).map((values) => numbers(...values))
const somewhere = { addsSkills: true }

t.test('of two skills that words express alike, the one that the meaning speaks for is surer', async (t) => {
  const [first, second] = weigh([hint('plumbing', 0.5), hint('bookkeeping', 0.5)], numbers(90, 10, 0), {
    addsSkills: false,
  })
  t.equal(first?.skill, 'bookkeeping')
  t.equal(second?.skill, 'plumbing')
  t.ok((first?.confidence ?? 0) > (second?.confidence ?? 0))
})

t.test(
  'of two skills that are equally likely by meaning, the one that words express more surely is surer',
  async (t) => {
    holds(
      t,
      fc.property(directions, confidences, confidences, (meaning, a, b) => {
        const confidenceAt = (confidence: number) =>
          weigh([hint('payroll', confidence)], meaning, { addsSkills: false })[0]?.confidence ?? 0
        assert.ok(confidenceAt(Math.max(a, b)) >= confidenceAt(Math.min(a, b)))
      }),
      300,
    )
  },
)

t.test('a skill that no word expresses is at most a hint, and only where skills are added', async (t) => {
  const meaning = numbers(100, 5, 0)
  const added = weigh([], meaning, somewhere)
  t.equal(added[0]?.skill, 'bookkeeping')
  t.notOk(added.some(({ isSure, isShown }) => isSure || isShown))
  t.strictSame(weigh([], meaning, { addsSkills: false }), [])
})

t.test('confidences stay between 0 and 1, best first, and each skill comes once', async (t) => {
  const hints = fc.array(fc.tuple(fc.constantFrom(...skills), confidences), { maxLength: 3 })
  holds(
    t,
    fc.property(directions, hints, (meaning, given) => {
      const found = [...new Map(given.map(([{ skill }, sure]) => [skill, hint(skill, sure)])).values()]
      const weighed = weigh(found, meaning, somewhere)
      assert.ok(weighed.every(({ confidence }) => confidence > 0 && confidence < 1))
      const sorted = weighed.toSorted((a, b) => b.confidence - a.confidence)
      assert.deepEqual(
        weighed.map(({ confidence }) => confidence),
        sorted.map(({ confidence }) => confidence),
      )
      assert.equal(new Set(weighed.map(({ skill }) => skill)).size, weighed.length)
      assert.deepEqual(weigh(found, meaning, somewhere), weighed)
    }),
    300,
  )
})

t.test('the length of a meaning says nothing, only its direction', async (t) => {
  const found = [hint('payroll', 0.4)]
  t.strictSame(weigh(found, numbers(20, 30, 10), somewhere), weigh(found, numbers(80, 120, 40), somewhere))
})

t.test(
  'a skill is surer the greater its bias and the more its weights say, and less sure for what speaks for others',
  async (t) => {
    const confidenceOf = (changed: Partial<(typeof skills)[number]>, of = 'payroll') => {
      const all = skills.map((one) => (one.skill === of ? { ...one, ...changed } : one))
      const found = createSkillsByMeaning(all)([hint('payroll', 0.4)], numbers(60, 50, 10), somewhere)
      return found.find(({ skill }) => skill === 'payroll')?.confidence ?? 0
    }
    t.ok(confidenceOf({ bias: 1 }) > confidenceOf({}))
    t.ok(confidenceOf({ scale: 0.2 }) > confidenceOf({}))
    t.ok(confidenceOf({ bias: 5 }, 'bookkeeping') < confidenceOf({}))
  },
)

t.test('an imported skill, which has no meaning here, keeps its confidence', async (t) => {
  const [found] = weigh([hint('esco-juggling', 0.7)], numbers(1, 2, 3), { addsSkills: false })
  t.equal(found?.confidence, 0.7)
})

t.test('a skill that is shown stays sure, however unlikely it is by meaning', async (t) => {
  const weighed = weigh([hint('plumbing', 0.01)], numbers(100, 5, -90), somewhere)
  t.match(
    weighed.find(({ skill }) => skill === 'plumbing'),
    { isSure: true, isShown: true, isOfWriter: false },
  )
})

t.test(
  'of two skills that words express alike, the one that was learnt from such words is surer',
  async (t) => {
    for (const meaning of [null, numbers(50, 0, 50)]) {
      const found = [
        { ...hint('plumbing', 0.5), likelihood: -1 },
        { ...hint('bookkeeping', 0.5), likelihood: -6 },
      ]
      const [first, second] = weigh(found, meaning, { addsSkills: false })
      t.equal(first?.skill, 'plumbing')
      t.ok((first?.confidence ?? 0) > (second?.confidence ?? 0))
    }
  },
)

t.test('without a vector, what no word names stays a hint, and only where skills are added', async (t) => {
  const unspoken = { ...hint('plumbing', 0.05), because: [], isSure: false, isShown: false, isFirm: false }
  const [added] = weigh([{ ...unspoken, likelihood: -0.2 }], null, somewhere)
  t.match(added, { skill: 'plumbing', isSure: false })
  t.strictSame(weigh([{ ...unspoken, likelihood: -0.2 }], null, { addsSkills: false }), [])
})

import fc from 'fast-check'
import t from 'tap'
import { createAgreement, type Expressed } from '../../../src/engines/skills/agreement.ts'
import type { SkillEntry } from '../../../src/engines/skills/skill.ts'

const entries = ['bookkeeping', 'payroll', 'plumbing'].map(
  (id): SkillEntry => ({
    id,
    label: id,
    category: 'any',
    aliases: [],
    related: id === 'payroll' ? { bookkeeping: 0.7 } : {},
    source: 'curated',
    uri: null,
  }),
)
const [BOOKKEEPING, PAYROLL, PLUMBING] = [0, 1, 2]
const agreement = createAgreement(entries)
const confidence = fc.integer({ min: 1, max: 999 }).map((value) => value / 1000)
const ofEach = <Value>(value: fc.Arbitrary<Value>) => fc.array(value, { minLength: 3, maxLength: 3 })

function expressed(skill: number, confidence: number, more: Partial<Expressed> = {}): Expressed {
  return { skill, confidence, isUnspoken: false, isHint: false, isRepeat: false, isAsked: false, ...more }
}

function wholeText({ places = [5, 5, 5], likelihoods = [-3, -3, -3], speaksOfReturns = false } = {}) {
  return { places: Uint16Array.from(places), logLikelihoods: Float64Array.from(likelihoods), speaksOfReturns }
}

t.test('every confidence is one', async () => {
  const logLikelihood = fc.double({ min: -200, max: 0, noNaN: true })
  const kinds = fc.record({ isUnspoken: fc.boolean(), isHint: fc.boolean(), isRepeat: fc.boolean() })
  fc.assert(
    fc.property(
      ofEach(fc.tuple(confidence, kinds)),
      ofEach(fc.nat(3)),
      ofEach(logLikelihood),
      (all, places, likelihoods) => {
        const skills = all.map(([one, kind], skill) => expressed(skill, one, kind))
        const agreed = agreement(skills, wholeText({ places, likelihoods }))
        return agreed.length === 3 && agreed.every((one) => one > 0 && one < 1)
      },
    ),
  )
})

t.test(
  'a related skill makes one surer, an unrelated one or one that no word describes does not',
  async (t) => {
    const alone = expressed(BOOKKEEPING, 0.5)
    const beside = (other: Expressed) => agreement([alone, other], wholeText())[0] ?? 0
    t.ok(beside(expressed(PAYROLL, 0.5)) > beside(expressed(PLUMBING, 0.5)))
    t.equal(beside(expressed(PLUMBING, 0.5)), agreement([alone], wholeText())[0])
    t.equal(beside(expressed(PAYROLL, 0.5, { isUnspoken: true })), agreement([alone], wholeText())[0])
  },
)

t.test('a relation counts for both of its skills', async (t) => {
  const both = [BOOKKEEPING, PAYROLL].map((skill) => expressed(skill, 0.5))
  const [first, second] = agreement(both, wholeText())
  t.equal(first, second)
})

t.test('the nearer a sentence reads to what is said of a skill, the surer it is', async () => {
  fc.assert(
    fc.property(confidence, fc.nat(1000), fc.nat(1000), (one, before, behind) => {
      const at = (place: number) =>
        agreement([expressed(PLUMBING, one)], wholeText({ places: [0, 0, place] }))[0] ?? 0
      return before === behind || at(Math.min(before, behind)) > at(Math.max(before, behind))
    }),
  )
})

t.test('the likelier a skill is by what has been learnt of words, the surer it is', async () => {
  const logLikelihood = fc.integer({ min: -70, max: 0 }).map((tenths) => tenths / 10)
  fc.assert(
    fc.property(confidence, logLikelihood, logLikelihood, (one, first, second) => {
      const at = (likelihood: number) =>
        agreement([expressed(PLUMBING, one)], wholeText({ likelihoods: [-3, -3, likelihood] }))[0] ?? 0
      return first === second || at(Math.max(first, second)) > at(Math.min(first, second))
    }),
  )
})

t.test('what a text says of returns makes its own skill less unlikely than other words do', async (t) => {
  const likelihoods = [-7, -7, -7]
  const [own = 0] = agreement([expressed(PLUMBING, 0.4)], wholeText({ likelihoods }))
  const besideReturns = wholeText({ likelihoods, speaksOfReturns: true })
  t.ok((agreement([expressed(PLUMBING, 0.4)], besideReturns)[0] ?? 0) > own)
})

t.test('beside a surer skill, one counts less', async (t) => {
  const [alone = 0] = agreement([expressed(PLUMBING, 0.4)], wholeText())
  const beside = agreement([expressed(PLUMBING, 0.4), expressed(PAYROLL, 0.8)], wholeText())
  t.ok((beside[0] ?? 1) < alone)
})

import fc from 'fast-check'
import t from 'tap'
import { createAgreement } from '../../../src/engines/skills/agreement.ts'
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
const EQUAL = Uint16Array.of(5, 5, 5)
const confidence = fc.integer({ min: 1, max: 999 }).map((value) => value / 1000)

t.test('every confidence is one', async () => {
  const all = fc.array(confidence, { minLength: 3, maxLength: 3 })
  const places = fc.array(fc.nat(3), { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(all, places, (confidences, ofSkills) => {
      const skills = confidences.map((one, skill) => ({ skill, confidence: one }))
      const agreed = agreement(skills, Uint16Array.from(ofSkills))
      return agreed.length === 3 && agreed.every((one) => one > 0 && one < 1)
    }),
  )
})

t.test('a related skill makes one surer, an unrelated one does not', async (t) => {
  const alone = { skill: BOOKKEEPING, confidence: 0.5 }
  const [besideRelated = 0] = agreement([alone, { skill: PAYROLL, confidence: 0.5 }], EQUAL)
  const [besideOther = 0] = agreement([alone, { skill: PLUMBING, confidence: 0.5 }], EQUAL)
  t.ok(besideRelated > besideOther)
  t.equal(besideOther, agreement([alone], EQUAL)[0])
})

t.test('a relation counts for both of its skills', async (t) => {
  const both = [BOOKKEEPING, PAYROLL].map((skill) => ({ skill, confidence: 0.5 }))
  const [first, second] = agreement(both, EQUAL)
  t.equal(first, second)
})

t.test('the nearer a sentence reads to what is said of a skill, the surer it is', async () => {
  fc.assert(
    fc.property(confidence, fc.nat(1000), fc.nat(1000), (one, before, behind) => {
      const at = (place: number) =>
        agreement([{ skill: PLUMBING, confidence: one }], Uint16Array.of(0, 0, place))[0] ?? 0
      return before === behind || at(Math.min(before, behind)) > at(Math.max(before, behind))
    }),
  )
})

t.test('beside a surer skill, one counts less', async (t) => {
  const [alone = 0] = agreement([{ skill: PLUMBING, confidence: 0.4 }], EQUAL)
  const beside = agreement(
    [
      { skill: PLUMBING, confidence: 0.4 },
      { skill: PAYROLL, confidence: 0.8 },
    ],
    EQUAL,
  )
  t.ok((beside[0] ?? 1) < alone)
})

import { deepEqual } from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { conceptOfSkill } from '../../../../src/engines/matching/wording/concepts.ts'
import { Nearness } from '../../../../src/engines/matching/wording/nearness.ts'
import { WORDING_OPTIONS } from '../../../../src/engines/matching/wording/wording-options.ts'

const SKILLS = ['bookkeeping', 'accounting', 'payroll', 'gardening']
const STEMS = [...SKILLS.map(conceptOfSkill), 'carpentri', 'carpentrys', 'ledger']

const step = fc.record({
  /** A stem comes or goes, or, if null, the relations change. */
  stem: fc.option(fc.constantFrom(...STEMS)),
  asked: fc.constantFrom(...STEMS),
})

t.test('what is near is that of the stems and relations there are now, however often it was asked', (t) => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      /** A number is given to another stem once its own has gone. */
      const byNumber: (string | undefined)[] = []
      let strength = 0.9
      const vocabulary = {
        idOf(stem: string) {
          const at = byNumber.indexOf(stem)
          return at < 0 ? undefined : at
        },
        stemOf: (id: number) => byNumber[id] ?? '',
      }
      const relatedSkills = (skill: string) =>
        SKILLS.filter((other) => other !== skill).map((other) => ({ skill: other, strength }))
      const used = new Nearness(WORDING_OPTIONS, vocabulary, relatedSkills)
      const nearIn = (nearness: Nearness, id: number) => {
        const near: [number, number][] = []
        nearness.forEachNear(id, (one, weight) => near.push([one, weight]))
        return near.toSorted(([a], [b]) => a - b)
      }
      for (const { stem, asked } of steps) {
        if (stem === null) {
          strength *= 0.9
          used.forgetRelations()
        } else if (byNumber.includes(stem)) {
          const id = byNumber.indexOf(stem)
          used.remove(id)
          byNumber[id] = undefined
        } else {
          const free = byNumber.indexOf(undefined)
          const id = free < 0 ? byNumber.length : free
          byNumber[id] = stem
          used.add(id, stem)
        }
        const id = byNumber.indexOf(asked)
        if (id < 0) continue
        const fresh = new Nearness(WORDING_OPTIONS, vocabulary, relatedSkills)
        for (const [number, one] of byNumber.entries()) if (one !== undefined) fresh.add(number, one)
        const expected = nearIn(fresh, id)
        deepEqual(nearIn(used, id), expected)
        deepEqual(nearIn(used, id), expected, 'asked again')
      }
    }),
  )
  t.pass('no difference')
  t.end()
})

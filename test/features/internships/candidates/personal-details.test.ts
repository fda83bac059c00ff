import t from 'tap'
import { personalDetailsIn } from '../../../../src/features/internships/candidates/personal-details.ts'
import { hostileTexts, leastCpuMs } from '../../../support/hostile-texts.ts'

const MAX_MS = 20
const person = { name: 'Priya Raman', email: 'priya@student.lakeside.example' }

t.test('no text of 10,000 characters takes long to look through, whatever the name', async (t) => {
  for (const [name, text] of Object.entries(hostileTexts(10_000)))
    for (const whose of [person, { name: text.slice(0, 200), email: `a@${text.slice(0, 200)}` }]) {
      const ms = leastCpuMs(() => personalDetailsIn(text, whose))
      t.ok(ms < MAX_MS, `${name}: ${ms.toFixed(1)} ms`)
    }
})

t.test('nor does a text or name that is too long to be accepted', async (t) => {
  const text = 'a'.repeat(500_000)
  const ms = leastCpuMs(() => personalDetailsIn(text, { name: text, email: text }))
  t.ok(ms < MAX_MS, `${ms.toFixed(1)} ms`)
})

t.test('an e-mail address is found wherever it stands and however it begins', async (t) => {
  for (const text of ['x@y.zz', 'write to <a.b+c@mail.example>', `${'a'.repeat(500)}@b.co`, 'ü@ö.de'])
    t.same(personalDetailsIn(text, person), ['email'], text)
  for (const text of ['x@y', '@y.zz', 'x @ y.zz', 'x@y.z', 'a@b@c', 'a@@b.co', 'two @ three. four'])
    t.same(personalDetailsIn(text, person), [], text)
})

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

t.test('dates, ranges of years, ISBN and ORCID are no phone numbers', async (t) => {
  const texts = [
    'Studied 2019-2023 - 2025',
    'Internships 2019-2020 2021-2022 2023-2024',
    'Free 01.02.2027 - 03.04.2027',
    'From 2027-01-11 - 2027-05-14',
    '05.2024-06.2025 and 07.2025 – 08.2026',
    'Co-author of a book, ISBN 978-3-16-148410-0',
    'ISBN 9783161484100',
    'ISBN-10: 3-16-148410-X and ISBN 0306406152',
    'ORCID 0000-0002-1825-0097',
    'orcid: 0000-0002-1694-233X',
  ]
  for (const text of texts) t.same(personalDetailsIn(text, person), [], text)
})

t.test('a phone number is found beside them and in their disguise', async (t) => {
  const texts = [
    '5105550177 2019-2023',
    'since 2019-2023 510.555.0177',
    'ISBN 5105550177',
    'ISBN 978-3-16-148410-1',
    'ORCID 5105-5501-7700-1234',
    '11-2034-5678 90',
    '+1 2027-05-14 55',
  ]
  for (const text of texts) t.same(personalDetailsIn(text, person), ['phone'], text)
})

t.test('a student whose name is an ordinary word may use the word', async (t) => {
  const ordinary: Record<string, string[]> = {
    May: ['Free from May on', 'April, May and June', 'I may help. May I?', 'I am from May on free for work'],
    Will: ['I will learn', 'With a strong will'],
    Mark: ['I mark papers and check the mark'],
    Grace: ['I work with grace under pressure'],
    Art: ['I am art director of a magazine', 'Art and design. I love art.'],
    Rose: ['Sales rose by a third'],
    Hope: ['I hope to learn'],
    'April May': ['Free in April, May and June', 'April–May'],
  }
  for (const [name, texts] of Object.entries(ordinary))
    for (const text of texts) t.same(personalDetailsIn(text, { ...person, name }), [], `${name}: ${text}`)
})

t.test('the full name and an introduction are refused nevertheless', async (t) => {
  const plain: Record<string, string[]> = {
    May: [
      'I am May.',
      'My name is May',
      "I'm May, a junior",
      'Call me May!',
      'May',
      'Ich bin May und lerne gern',
    ],
    'May Lin': ['I am May Lin', 'Lin, May'],
    'April Rose': ['April Rose, junior', 'I am April  Rose'],
    'Will Hope': ['Will Hope'],
  }
  for (const [name, texts] of Object.entries(plain))
    for (const text of texts)
      t.same(personalDetailsIn(text, { ...person, name }), ['name'], `${name}: ${text}`)
})

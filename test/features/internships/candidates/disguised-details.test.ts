import t from 'tap'
import {
  namesSchool,
  type PersonalDetail,
  personalDetailsIn,
} from '../../../../src/features/internships/candidates/personal-details.ts'
import { hostileTexts, leastCpuMs } from '../../../support/hostile-texts.ts'

const MAX_MS = 20
const people = [
  { name: 'Zed Ramírez', email: 'zed@stud.example' },
  { name: 'Søren Łukasz Øster', email: 'soren@uni.example.edu' },
  { name: 'Jean-Luc O’Neill', email: 'jl@mail.example.org' },
]
const schools = ['Lakeside College', 'The École of Arts & Crafts', 'MIT', 'St. Mary’s University']

const wide = (text: string) =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
const sprinkled = (text: string) => Array.from(text).join('\u200b')
const spaced = (text: string) => Array.from(text).join(' ')
const bare = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '')
const backwards = (text: string) => `\u202e${Array.from(text).toReversed().join('')}\u202c`

/** Ways to write a name that readers still recognize. */
const respellings: Record<string, (name: string) => string> = {
  'as it is': (name) => name,
  'in capitals': (name) => name.toUpperCase(),
  'in small letters': (name) => name.toLowerCase(),
  'without accents': bare,
  'with wide spaces': (name) => name.replaceAll(' ', ' \t\n '),
  'with dots': (name) => name.replaceAll(' ', '.'),
  'with underscores': (name) => name.replaceAll(' ', '_'),
  joined: (name) => name.replaceAll(' ', ''),
  'letter by letter': spaced,
  'letter by letter with dashes': (name) => Array.from(name).join('-'),
  'full width': wide,
  'with zero-width spaces': sprinkled,
  'with soft hyphens': (name) => name.replaceAll(/(.)/gu, '$1\u00ad'),
  'with direction marks': (name) => `\u200f${name}\u200e`,
  backwards,
}

t.test("a person's name is found in every spelling, inside a sentence and alone", async (t) => {
  for (const person of people)
    for (const [way, respell] of Object.entries(respellings))
      for (const text of [respell(person.name), `I am ${respell(person.name)}, and I keep books.`])
        t.same(personalDetailsIn(text, person), ['name'], `${person.name} ${way}: ${text}`)
})

t.test('the last name first, or without the names between, is the name too', async (t) => {
  for (const text of ['Øster, Søren Łukasz', 'oster soren lukasz', 'Soren Oster', 'Oster, Soren'])
    t.same(personalDetailsIn(text, { name: 'Søren Łukasz Øster', email: 'x@y.example' }), ['name'], text)
})

t.test(
  'the name of the school is found in every spelling, and an abbreviation only as it is written',
  async (t) => {
    for (const school of schools.filter((one) => one !== 'MIT'))
      for (const [way, respell] of Object.entries(respellings))
        t.ok(namesSchool(`I study at ${respell(school)}.`, school), `${school} ${way}`)
    t.ok(namesSchool('At MIT since 2024', 'MIT'))
    t.ok(namesSchool('at ecole of arts + crafts', 'École of Arts'))
    for (const text of ['Ich arbeite mit Holz', 'limited', 'MITs', 'commit'])
      t.notOk(namesSchool(text, 'MIT'), text)
  },
)

const kinds: Record<'email' | 'link' | 'phone', string[]> = {
  email: [
    'zed (at) stud (dot) example',
    'zed AT stud DOT example',
    'zedATstudDOTexample',
    'zed[at]stud.example',
    'zed [ at ] stud [ dot ] example',
    'zed {at} stud {.} example',
    'zed <at> stud . example'.replace(' . ', '.'),
    'zed at stud dot example',
    'zed at mail dot stud dot edu',
    'zed at stud (dot) com',
    'zed - at - stud dot com',
    'zed @ stud.example',
    'zed@stud dot example',
    'zed＠stud．example',
    wide('zed@stud.example'),
    sprinkled('zed@stud.example'),
    'z\u200bed@st\u2060ud.exa\u00admple',
    backwards('zed@stud.example'),
    'zed(@)stud(.)example',
    'zed@stud。example',
  ],
  link: [
    'https://zed.example',
    'ftp://x',
    'see www.zed.example',
    'linkedin.com/in/zed',
    'LinkedIn dot com slash in slash zed',
    'instagram.com/zed_r',
    'github.com/zed',
    't.me/zed',
    'wa.me/15105550177x'.replace('15105550177x', 'zed'),
    'zed.github.io',
    'linktr.ee/zed',
    'Instagram: @zed_r',
    'telegram @zed',
    '@zed on Instagram',
    wide('linkedin.com/in/zed'),
    sprinkled('github.com/zed'),
    'github(dot)com/zed',
  ],
  phone: [wide('+1 510 555 0177'), sprinkled('5105550177'), '５１０ ５５５ ０１７７'],
}

t.test('disguised addresses, profiles and numbers are found, inside a sentence and alone', async (t) => {
  const person = { name: 'Quentin Abernathy', email: 'q@college.example' }
  for (const [kind, texts] of Object.entries(kinds))
    for (const text of texts.flatMap((one) => [one, `Write to me: ${one}`, `(${one})`])) {
      const found: PersonalDetail[] = personalDetailsIn(text, person)
      t.ok(found.includes(kind as PersonalDetail), `${kind} in ${text}: ${found}`)
    }
})

t.test('the domain of the own address is found however its dots are written', async (t) => {
  const person = { name: 'Quentin Abernathy', email: 'q@student.lakeside.example' }
  for (const text of [
    'student.lakeside.example',
    'student (dot) lakeside [dot] example',
    'Student Dot Lakeside Dot Example',
  ])
    t.same(personalDetailsIn(`I am a ${text} person`, person), ['email_domain'], text)
})

/** What students write. None of it tells who they are. */
const ordinary = [
  'I look at the data (at least weekly) and report it.',
  'Look at the dot matrix printer. At one dot in time, all dots count.',
  'Node.js, Vue.js, Next.js, D3.js and Socket.io',
  'C++ at scale, C# at work, ASP.NET/Azure, and .NET/C#',
  'Django/Flask, and/or REST APIs, HTML5/CSS3, README.md, main.py',
  'I teach at a school. Example: at the library we sort books.',
  'Managed Instagram: posts, reels and stories; LinkedIn and Facebook/Instagram ads.',
  'GitHub: version control. I use GitHub, GitLab and YouTube at work.',
  'Works @ night, lunch @ noon. Half price @ 3 for 2.',
  '@media queries, @Component decorators and @mentions',
  'Class of 2026-2027, 10,000 rows of data; from 2027-01-11 to 2027-05-14, 15 h',
  'Ratios of 3:1, 1/2, 24/7, 9-5 and a budget of $1,200.50',
  'I read e.g./i.e. and etc. in reports, vs. drafts; St. Louis, U.S.A.',
  'Booking.com/Airbnb listings, Monday.com/Asana boards',
  'At MITRE-style reviews I commit to limits. Ich arbeite mit Holz.',
  'The college lakeside cafe; arts & crafts; Saint Mary',
  'I plan the zoning of red rams; a lucky oyster; jeans; O neil',
  'Der Student arbeitet an der Universität; l’étudiante à l’école; 学生は東京で働く。',
  'می‌خواهم کار کنم. नमस्ते, मैं हिन्दी बोलता हूँ। 👩‍💻👨‍👩‍👧',
  'Follow up with donors. Dot the i and cross the t. Polka dot com-ponents.',
  'Meet at 10.30 at the office, at www time.',
  'Signal processing in MATLAB; R/Shiny; a/b tests; TCP/IP; I/O at 5 GB/s.',
]

t.test('ordinary sentences raise no alarm, for any person and school', async (t) => {
  const all = [...people, { name: 'An Do', email: 'a@b.example.ac.uk' }, { name: 'Mei Lin', email: 'm@x.nz' }]
  for (const text of ordinary) {
    for (const person of all) t.same(personalDetailsIn(text, person), [], `${person.name}: ${text}`)
    for (const school of schools) t.notOk(namesSchool(text, school), `${school}: ${text}`)
  }
})

t.test('no text of 10,000 characters takes long to look through, whatever the school', async (t) => {
  const texts = {
    ...hostileTexts(10_000),
    'spoken addresses': 'a at b dot '.repeat(900),
    'beginnings of links': 'a.com/'.repeat(1600),
    'spaced @': 'a @ b '.repeat(1600),
    'turned round': '\u202e'.repeat(10_000),
  }
  for (const [name, text] of Object.entries(texts))
    for (const school of ['Lakeside College', text.slice(0, 200)]) {
      const ms = leastCpuMs(() => [
        personalDetailsIn(text, people[0] ?? { name: '', email: '' }),
        namesSchool(text, school),
      ])
      t.ok(ms < 2 * MAX_MS, `${name}: ${ms.toFixed(1)} ms`)
    }
})

import fc from 'fast-check'
import t from 'tap'
import {
  createTaxonomy,
  createTextSkills,
  shownSkills,
  skillHintsInSteps,
} from '../../../src/engines/skills/index.ts'
import { readEverydayWords } from '../../../src/features/skills/everyday-words.ts'
import { rankOfWord } from '../../../src/features/skills/index.ts'
import { readLearntWords } from '../../../src/features/skills/learnt-words.ts'
import { readCuratedTaxonomy } from '../../../src/features/skills/taxonomy-files.ts'
import { hostileTexts, leastCpuMs } from '../../support/hostile-texts.ts'

const MAX_MS = 20
const curated = readCuratedTaxonomy()
const skillsOfText = createTextSkills(curated, rankOfWord, readEverydayWords(), readLearntWords())
const idsOf = (title: string, description = '') =>
  skillsOfText({ title, description }).map(({ skill }) => skill)

const expressed = [
  ['the name of the skill', 'Bookkeeping for a small cafe', 'bookkeeping'],
  ['a symptom', 'Losing jobs to voicemail', 'phone-answering'],
  ['a tool', 'OBS and vMix on Sundays', 'live-streaming'],
  ['German', 'Hilfe mit der Buchhaltung gesucht', 'bookkeeping'],
  ['Spanish', 'Necesitamos ayuda con la contabilidad', 'accounting'],
  ['French', 'Traduction de notre site en anglais', 'french-translation'],
  ['Portuguese', 'Precisamos de gestão de redes sociais', 'social-media-management'],
] as const
for (const [what, text, skill] of expressed)
  t.test(`${what} in a text expresses the skill: ${text}`, async (t) => {
    t.ok(idsOf(text).includes(skill), idsOf(text).join(', '))
  })

t.test('a name that is an ordinary word counts only where it is written as a name', async (t) => {
  t.ok(idsOf('Reports', 'We keep our lists in Excel and need totals').includes('excel'))
  t.notOk(idsOf('Sports club', 'Our juniors excel at the butterfly').includes('excel'))
  t.notOk(idsOf('Ready, set, go', 'we go when the others go').includes('go'))
})

t.test('a tool whose name is a rare word too counts only where it is written as a name', async (t) => {
  t.ok(idsOf('Caching', 'We put Varnish before WordPress').includes('magento'))
  t.notOk(idsOf('Counter', 'sand and varnish the counter').includes('magento'))
})

t.test('one everyday word, or one that is only like a name, expresses no skill alone', async (t) => {
  for (const text of [
    'This one is for export',
    'We have found a buyer for the house',
    'Everything is fine now',
    'It was a chill in the hall',
    'Es una casa con historia y buena comida',
  ])
    t.same(idsOf('', text), [], text)
  t.ok(idsOf('', 'Export documents for customs').length > 0)
  t.same(idsOf('', 'We lost our bookkeeper'), ['bookkeeping'])
})

t.test('words that any teacher, coach or worker says express nothing alone', async (t) => {
  for (const text of ['Coaching and lessons', 'I offer coaching and lessons for beginners', 'repair service'])
    t.same(idsOf('', text), [], text)
  t.same(idsOf('', 'Singing lessons for beginners'), ['singing'])
})

t.test('a frequent word is a name as a label of its own, and says little in a text', async (t) => {
  const taxonomy = createTaxonomy(curated, skillsOfText)
  for (const [label, skill] of [
    ['Reviews', 'review-management'],
    ['Management', 'people-management'],
    ['phones', 'phone-answering'],
  ] as const) {
    t.equal(taxonomy.resolve(label).skill?.id, skill, label)
    const text = `Choir on Sundays. We sing old hymns, and the ${label.toLowerCase()} were kind.`
    t.notOk(idsOf('', text).includes(skill), text)
  }
})

t.test('of two things that a text names, the less sure one is shown too', async (t) => {
  const ids = idsOf('', 'Our bylaws are old, and we need to file the 990 by November.')
  t.same(ids.sort(), ['bylaws', 'form-990'])
})

t.test('misspelled words and past forms of verbs count as the words they stand for', async (t) => {
  t.ok(idsOf('A spreadsheeet for the shop').includes('spreadsheets'))
  t.ok(idsOf('vollunteer shedules').includes('volunteer-scheduling'))
  t.ok(idsOf('nobody has kept the books').includes('bookkeeping'))
})

t.test('a word that one name repeats does not name the skill', async (t) => {
  t.notOk(idsOf('The front door does not close').includes('door-to-door-canvassing'))
})

t.test('what a text denies is not expressed', async (t) => {
  for (const [text, skill] of [
    ['Gardening once a week, no bookkeeping please', 'bookkeeping'],
    ["Payroll for small firms. I don't do bookkeeping.", 'bookkeeping'],
    ['Wir suchen keine Buchhaltung, nur jemanden für den Garten', 'bookkeeping'],
    ['Ofrezco clases. No hago contabilidad.', 'accounting'],
    ['Ménage le lundi, pas de comptabilité merci', 'accounting'],
    ['All design work except logos', 'logo-design'],
    ['Painting and tiling, no plumbing', 'plumbing'],
    ['Carpentry, but no plumbing or wiring.', 'plumbing'],
    ['A choir conductor. It has nothing to do with bookkeeping', 'bookkeeping'],
    ['Busco jardinero, nada que ver con contabilidad', 'accounting'],
  ] as const)
    t.notOk(idsOf(text).includes(skill), text)
})

t.test('what somebody has already, or does no more, is not expressed', async (t) => {
  for (const [text, skill] of [
    ['We already have a bookkeeper; now we need a plumber.', 'bookkeeping'],
    ['Ya tenemos una contable. Nos falta un fontanero.', 'accounting'],
    ['Nous avons déjà un plombier, il nous faut un jardinier.', 'plumbing'],
    ['Wir haben schon eine Buchhalterin, uns fehlt ein Gärtner.', 'bookkeeping'],
    ['Já temos um jardineiro. Falta um canalizador.', 'gardening'],
    ["I used to run payroll but don't want to anymore. I can garden.", 'payroll'],
    ['I no longer do bookkeeping, but I can garden.', 'bookkeeping'],
    ['Not looking for a bookkeeper, but for a plumber.', 'bookkeeping'],
  ] as const)
    t.notOk(idsOf('', text).includes(skill), text)
})

t.test('who has left is missed, and a thing that is there may need work', async (t) => {
  t.ok(idsOf('', 'Our last accountant left').includes('accounting'))
  t.ok(idsOf('', 'We already have a plumber who lets us down: the toilet leaks.').includes('plumbing'))
})

t.test('what somebody lacks is asked for', async (t) => {
  t.ok(idsOf('We have no bookkeeping at all').includes('bookkeeping'))
  t.ok(idsOf('We have no bookkeeping.').includes('bookkeeping'))
  t.ok(idsOf('Nobody here knows WordPress').includes('wordpress'))
})

t.test('a sentence that speaks of no work changes no skill', async () => {
  const filler = fc.constantFrom(
    'Thanks a lot, call me after six.',
    'See you soon!',
    'Danke und bis bald.',
    '🎉',
  )
  const work = fc.constantFrom(
    ...expressed.map(([, text]) => text),
    'Bookkeeping and payroll',
    'A logo for our cafe',
  )
  fc.assert(
    fc.property(work, filler, (text, added) => {
      const before = idsOf('', text)
      const after = idsOf('', `${text}. ${added}`)
      return before.every((skill) => after.includes(skill))
    }),
  )
})

t.test('the words behind a skill are parts of the text as written', async () => {
  const word = fc.constantFrom(
    'BOOK',
    'keeping',
    'C++',
    'Website',
    'é',
    'QuickBooks',
    ',',
    '.',
    "don't",
    'taxes',
    '🔥',
  )
  const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(text, text, (title, description) =>
      skillsOfText({ title, description }).every(({ because }) =>
        because.every((part) => part !== '' && (title.includes(part) || description.includes(part))),
      ),
    ),
  )
})

t.test('what says nothing of any work expresses no skill', async (t) => {
  for (const text of ['', '🎉🎉', 'Thanks a lot, call me after six', 'xqzw', 'Merci d’avance et à bientôt !'])
    t.same(idsOf(text), [], text)
})

t.test(
  'any text is answered, the same each time, the surest skill first, with words that stand in it',
  async () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.string({ maxLength: 200 }),
        (title, description) => {
          const found = skillsOfText({ title, description })
          const confidences = found.map(({ confidence }) => confidence)
          return (
            JSON.stringify(found) === JSON.stringify(skillsOfText({ title, description })) &&
            confidences.every((one) => one > 0 && one < 1) &&
            confidences.every((one, at) => at === 0 || one <= (confidences[at - 1] ?? 0)) &&
            found.every(({ because }) => because.length > 0)
          )
        },
      ),
    )
  },
)

t.test('the order of the entries changes no skill and no confidence', async (t) => {
  const reversed = createTextSkills(
    [...curated].reverse(),
    rankOfWord,
    readEverydayWords(),
    readLearntWords(),
  )
  for (const title of [
    'Bookkeeping and payroll',
    'Fotos für die Speisekarte',
    'Volunteer scheduling is killing me',
  ]) {
    const sorted = (found: ReturnType<typeof reversed>) =>
      found.map(({ skill, confidence }) => `${skill} ${confidence}`).sort()
    t.same(sorted(reversed({ title, description: '' })), sorted(skillsOfText({ title, description: '' })))
  }
})

t.test('no text holds the event loop', async (t) => {
  for (const [name, text] of Object.entries(hostileTexts(10_000))) {
    const ms = leastCpuMs(() => skillsOfText({ title: text.slice(0, 200), description: text }))
    t.ok(ms < MAX_MS, `${name}: ${ms.toFixed(1)} ms`)
  }
})

t.test(
  'what is wanted in return is no skill of the text, whether it is named, near or told by its things',
  async (t) => {
    const own = (title: string, description: string, returns: string[]) =>
      skillsOfText({ title, description, returns }).map(({ skill }) => skill)
    for (const [title, description, wanted, given, notGiven] of [
      [
        'Ledger coaching for woodworking lessons',
        'I have always wanted to make a chair.',
        'Woodworking',
        'bookkeeping',
        'carpentry',
      ],
      [
        'Event planning for catering',
        'My weddings need cooks with stories.',
        'Catering',
        'event-planning',
        'cooking',
      ],
      [
        'Tausche Nachhilfe in Mathe gegen Gartenarbeit',
        'Mein Rasen ist zu hoch.',
        'Gardening',
        'math-tutoring',
        'gardening',
      ],
      ['Clases de guitarra a cambio de contabilidad', '', 'Accounting', 'guitar', 'accounting'],
      ['Graphic design in exchange for web design', 'Posters', 'Web design', 'graphic-design', 'web-design'],
    ] as const) {
      t.ok(
        own(title, description, [wanted]).includes(given),
        `${title}: ${own(title, description, [wanted])}`,
      )
      t.notOk(own(title, description, [wanted]).includes(notGiven), title)
      t.ok(own(title, description, []).length > 0)
    }
  },
)

t.test('an ordinary word is not read as the product that is named like it', async (t) => {
  for (const [text, skill] of [
    ['Broken window', 'windows-support'],
    ['Window repair', 'windows-support'],
    ['Somebody cleans our windows in spring', 'windows-support'],
    ['Reparar la ventana de la cocina', 'windows-support'],
    ['Dépannage de la fenêtre', 'windows-support'],
    ['Fensterreparatur im Vereinsheim', 'windows-support'],
    ['Consertar a janela da sala', 'windows-support'],
    ['Please cut us some slack', 'slack'],
    ['We have no notion of what it costs', 'notion'],
    ['A red stripe on the wall has to go', 'online-payments'],
    ['How our children react at night', 'react'],
    ['A swift answer would help', 'swift'],
    ['The gate is full of rust', 'rust'],
    ['Children zoom around on bikes', 'online-meetings'],
    ['Necklaces of clover and ruby beads', 'ruby-on-rails'],
  ] as const)
    t.notOk(idsOf('Help', text).includes(skill), `${text}: ${idsOf('Help', text)}`)
})

t.test('in a list of names the first is a name too, and names inside a sentence count', async (t) => {
  for (const [text, skill] of [
    ['Excel, Word and Teams', 'excel'],
    ['Outlook / Teams / Word', 'outlook'],
    ['Excel und Word für Anfänger', 'excel'],
    ['Our team talks on Slack all day', 'slack'],
    ['My laptop with Windows 11 does not start', 'windows-support'],
    ['Soporte de Windows en la oficina', 'windows-support'],
    ['We keep our wiki in Notion', 'notion'],
  ] as const)
    t.ok(idsOf(text).includes(skill), `${text}: ${idsOf(text)}`)
})

t.test(
  'the taxonomy is described in many steps, so that a start can do other work between them',
  async (t) => {
    const steps = skillHintsInSteps(curated, rankOfWord, readEverydayWords(), readLearntWords())
    let count = 0
    let step = steps.next()
    for (; !step.done; step = steps.next()) count++
    t.ok(count > curated.length)
    const text = { title: 'Bookkeeping for a small cafe', description: 'Losing jobs to voicemail' }
    t.strictSame(shownSkills(step.value)(text), skillsOfText(text))
  },
)

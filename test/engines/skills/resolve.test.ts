import fc from 'fast-check'
import t from 'tap'
import { CONFIDENCE } from '../../../src/engines/skills/resolve.ts'
import { createTaxonomy } from '../../../src/engines/skills/taxonomy.ts'
import { createTextSkills } from '../../../src/engines/skills/text-skills.ts'
import { readEverydayWords } from '../../../src/features/skills/everyday-words.ts'
import { rankOfWord } from '../../../src/features/skills/index.ts'
import { readLearntWords } from '../../../src/features/skills/learnt-words.ts'
import { readCuratedTaxonomy } from '../../../src/features/skills/taxonomy-files.ts'
import { entry } from '../../support/skill-entries.ts'

const entries = [
  entry('bookkeeping', 'Bookkeeping', {
    aliases: ['keeping the books', 'bookkeeper'],
    related: { quickbooks: 0.7, accounting: 0.6 },
  }),
  entry('quickbooks', 'QuickBooks', { aliases: ['Intuit QuickBooks'] }),
  entry('accounting', 'Accounting', { aliases: ['accountant'] }),
  entry('web-design', 'Web design', { aliases: ['website design'] }),
  entry('javascript', 'JavaScript', { aliases: ['JS'] }),
  entry('c', 'C programming', { aliases: ['C'] }),
  entry('cpp', 'C++'),
  entry('c-sharp', 'C#', { aliases: ['.NET'] }),
  entry('node-js', 'Node.js'),
  entry('nursing', 'Nursing'),
  entry('roofing', 'Roofing', { aliases: ['roof repair'] }),
  entry('painting', 'Painting and decorating', { aliases: ['decorator', 'painter'] }),
  entry('wedding-planning', 'Wedding planning'),
  entry('animation', 'Animation'),
  entry('marketing', 'Marketing'),
  entry('support', 'Help desk'),
  entry('arabic', 'ترجمة عربية'),
]
const taxonomy = createTaxonomy(entries)
const read = (label: string) => {
  const { skill, method } = taxonomy.resolve(label)
  return `${method} ${skill?.id ?? '-'}`
}

t.test('a label is understood by the surest method that applies', async (t) => {
  t.same(taxonomy.resolve('web-design'), {
    label: 'web-design',
    skill: { id: 'web-design', label: 'Web design' },
    confidence: 1,
    method: 'id',
  })
  t.equal(read('  WEB   Design '), 'exact web-design')
  t.equal(read('Website design'), 'alias web-design')
  t.equal(read('designing websites'), 'related web-design', 'another order is surer than nothing')
  t.equal(read('website designers'), 'spelling web-design')
  t.equal(read('book-keeping'), 'spelling bookkeeping')
  t.equal(read('bookeeping'), 'spelling bookkeeping')
  t.equal(read('wbe desgin'), 'none -', 'three letters are never corrected')
  t.equal(read('websiet desgin'), 'spelling web-design')
  t.equal(read('please help us with keeping our books'), 'related bookkeeping')
  t.match(read('help with our QuickBooks bookkeeping'), /^related (?:quickbooks|bookkeeping)$/)
  t.equal(read('design of a website'), 'related web-design')
  t.equal(read('goat yoga'), 'none -')
})

t.test('confidence falls from method to method', async (t) => {
  const values = [
    'bookkeeping',
    'Keeping the books',
    'book keeping',
    'bookeeping',
    'we need bookkeeping',
  ].map((label) => taxonomy.resolve(label).confidence)
  t.same(values, [
    CONFIDENCE.id,
    CONFIDENCE.alias,
    CONFIDENCE.form,
    CONFIDENCE.oneEdit,
    CONFIDENCE.relatedMost,
  ])
  t.ok(values.every((value, at) => at === 0 || value < (values[at - 1] ?? 0)))
})

t.test('a likeness that harms is not a match', async (t) => {
  for (const label of [
    'java',
    'counselling',
    'nurturing',
    'proofing',
    'proof repair',
    'welding',
    'animals',
    'markets',
    'wedding decorator',
    'desk',
    'safety net',
    'no accounting experience',
    'j',
    'jz',
  ]) {
    t.equal(read(label), 'none -', label)
  }
})

t.test('C, C++ and C# are never taken for each other', async (t) => {
  t.equal(read('C'), 'alias c', 'an id is written as it is, in lower case')
  t.equal(read('c++'), 'exact cpp')
  t.equal(read('C ++'), 'spelling cpp')
  t.equal(read('c#'), 'exact c-sharp')
  t.equal(read('C #'), 'spelling c-sharp')
  t.equal(read('.net'), 'alias c-sharp')
  t.equal(read('F#'), 'none -')
  t.equal(read('c+'), 'none -')
  t.equal(read('nodejs'), 'spelling node-js')
})

t.test('a misspelling as near to two skills is neither', async (t) => {
  const stack = entry('stack', 'Formstack')
  const slack = entry('slack', 'Formslack')
  t.equal(createTaxonomy([stack, slack]).resolve('formsxack').method, 'none')
  t.equal(createTaxonomy([stack]).resolve('formsxack').skill?.id, 'stack')
})

t.test('the order of the entries changes nothing', async () => {
  const labels = [
    'bookeeping',
    'design of a website',
    'QuickBooks bookkeeping',
    'accountants',
    'websiet design',
  ]
  const expected = labels.map((label) => taxonomy.resolve(label))
  fc.assert(
    fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), (shuffled) => {
      const again = createTaxonomy(shuffled)
      return JSON.stringify(labels.map((label) => again.resolve(label))) === JSON.stringify(expected)
    }),
    { numRuns: 30 },
  )
})

t.test(
  'any string is answered, with a confidence in [0, 1] and nothing where there is no skill',
  async () => {
    const words = fc.array(
      fc.constantFrom('book', 'keeping', 'web', 'desgin', 'c', '+', '#', 'help', 'our', '🔥'),
    )
    const label = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      words.map((w) => w.join(' ')),
    )
    fc.assert(
      fc.property(label, (given) => {
        const { confidence, skill, method, label: shown } = taxonomy.resolve(given)
        const isNone = method === 'none'
        const inRange = confidence >= 0 && confidence <= 1
        return shown === given && inRange && (skill === null) === isNone && (confidence === 0) === isNone
      }),
    )
  },
)

t.test('empty, tiny, endless, emoji and right-to-left labels are read like others', async (t) => {
  for (const label of ['', ' ', '\u0000', 'x', '🔥', '❤️', '\ud800', '+', '#']) t.equal(read(label), 'none -')
  t.equal(read('ترجمة عربية'), 'exact arabic')
  t.equal(read('\u200fترجمة عربية\u200f'), 'exact arabic', 'direction marks are no letters')
  for (const unit of ['x', 'book ', 'a b', '+ ', 'é🔥']) {
    t.equal(read(unit.repeat(10_000 / unit.length)), 'none -')
  }
})

t.test('versions of a name, and tools that imply one skill, are understood', async (t) => {
  const tools = createTaxonomy([
    entry('python', 'Python'),
    entry('html-css', 'HTML and CSS', { aliases: ['HTML CSS'] }),
    { ...entry('streaming', 'Live streaming'), tools: ['vMix', 'Mixer'] },
    { ...entry('audio', 'Audio mixing'), tools: ['Mixer'] },
  ])
  const skillOf = (label: string) => tools.resolve(label).skill?.id ?? null
  t.equal(skillOf('Python 3'), 'python')
  t.equal(skillOf('python3'), 'python')
  t.equal(skillOf('HTML5/CSS3'), 'html-css')
  t.equal(skillOf('vMix 27'), 'streaming')
  t.same(['Python SE 8', 'Python CC', 'vMix CS6', 'Python v3'].map(skillOf), [
    'python',
    'python',
    'streaming',
    'python',
  ])
  t.equal(skillOf('CS6'), null, 'an edition alone is none')
  t.equal(skillOf('Mixer'), null, 'it may be either')
  t.equal(skillOf('2024'), null)
})

t.test(
  'a name that is only typed resolves a label in all its forms, and gives way to every other name',
  async (t) => {
    const nails = entry('nail-care', 'Nail care', {
      typed: [
        { language: 'english', names: ['nail technician', 'gel polish', 'books'] },
        { language: 'spanish', names: ['uñas acrílicas'] },
      ],
    })
    const typed = createTaxonomy([...entries, nails, entry('esco:1', 'Gel polish')])
    const skillOf = (label: string) => typed.resolve(label).skill?.id ?? null
    t.match(typed.resolve('Nail Technician'), { skill: { id: 'nail-care' }, method: 'alias' })
    for (const label of ['nail technicians', 'nail tehcnician', 'uña acrílica', 'UNAS ACRILICAS'])
      t.equal(skillOf(label), 'nail-care', label)
    t.equal(skillOf('gel polish'), 'esco:1', 'also to that of an imported skill')
    t.same(
      typed.search('nail tec', 5).map(({ id }) => id),
      ['nail-care'],
      'it is found while it is typed',
    )
    const both = createTaxonomy([
      entry('a', 'A', { aliases: ['window cleaners'] }),
      entry('b', 'B', { typed: [{ language: 'english', names: ['window cleaning', 'cleaner of window'] }] }),
    ])
    t.equal(both.resolve('window cleaner').skill?.id, 'a', 'forms of other names stay names of their skill')
  },
)

t.test('no text is searched for a name that is only typed', async (t) => {
  const typed = [{ language: 'english' as const, names: ['lash extensions', 'brows'] }]
  const beauty = entry('beauty', 'Beauty treatments', { aliases: ['beautician'] })
  const others = [entry('gardening', 'Gardening'), entry('esco:2', 'Draw up inventories')]
  const texts = ['Lash extensions', 'Who does lash extensions and brows?', 'a beautician for brows']
  const read = (skill: typeof beauty) => {
    const reader = createTextSkills([skill, ...others], rankOfWord, readEverydayWords(), readLearntWords())
    const named = createTaxonomy([skill, ...others])
    return texts.map((text) => [
      reader({ title: text, description: text }),
      named.resolveSentence(text).skills,
      createTaxonomy([skill, ...others], reader).resolveSentence(text).skills,
    ])
  }
  t.same(read({ ...beauty, typed }), read(beauty))
})

const curated = readCuratedTaxonomy()
const skillsOfText = createTextSkills(curated, rankOfWord, readEverydayWords(), readLearntWords())
const reading = createTaxonomy(curated, skillsOfText)

t.test('a label of everyday words has the skill that they express', async (t) => {
  for (const [label, skill] of [
    ['proj mgmt', 'project-management'],
    ['cust svc', 'customer-support'],
    ['chasing unpaid bills', 'credit-control'],
    ['dog sitting', 'pet-sitting'],
    ['UX/UI', 'ux-design'],
    ['HIPAA compliance', 'data-protection'],
    ['barbering', 'hairdressing'],
    ['garde d’enfants', 'childcare'],
  ] as const) {
    const resolution = reading.resolve(label)
    t.equal(resolution.skill?.id, skill, label)
    t.equal(resolution.label, label)
  }
})

t.test('a label whose words express several skills alike, or say little, has none', async (t) => {
  for (const label of ['hard worker', 'see above', 'own car', 'rare craft number 7 of the zyx kind', '🎉'])
    t.equal(reading.resolve(label).skill, null, label)
})

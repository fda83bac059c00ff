import { pathToFileURL } from 'node:url'
import t from 'tap'
import { readTaxonomyFolder } from '../../../src/features/skills/taxonomy-files.ts'

/** Reads a folder of these files. */
function readFiles(t: Tap, files: Record<string, string>) {
  return readTaxonomyFolder(pathToFileURL(`${t.testdir(files)}/`))
}
type Tap = Pick<typeof t, 'testdir'>

const books = `category: Finance
skills:
  - id: bookkeeping
    label: Bookkeeping
    aliases: [books]
    related: { xero: 0.7 }
  - id: xero
    label: Xero
`

t.test('all files of the folder are one taxonomy, each skill in the category of its file', async (t) => {
  const design = 'category: Design\nskills: [{ id: logos, label: Logos }]\n'
  const entries = readFiles(t, { 'finance.yaml': books, 'design.yaml': design, 'README.md': 'not a skill' })
  t.same(entries, [
    {
      id: 'logos',
      label: 'Logos',
      aliases: [],
      names: [],
      phrases: [],
      tools: [],
      related: {},
      category: 'Design',
      source: 'curated',
      uri: null,
    },
    {
      id: 'bookkeeping',
      label: 'Bookkeeping',
      aliases: ['books'],
      names: [],
      phrases: [],
      tools: [],
      related: { xero: 0.7 },
      category: 'Finance',
      source: 'curated',
      uri: null,
    },
    {
      id: 'xero',
      label: 'Xero',
      aliases: [],
      names: [],
      phrases: [],
      tools: [],
      related: {},
      category: 'Finance',
      source: 'curated',
      uri: null,
    },
  ])
})

t.test('typed names are kept apart from names, by their language', async (t) => {
  const [skill] = readFiles(t, {
    'nails.yaml': `category: Beauty
skills:
  - id: nail-care
    label: Nail care
    names: { es: [manicura] }
    typed: { en: [nail tech], es: [uñas acrílicas], pt: [] }
`,
  })
  t.same(skill?.typed, [
    { language: 'english', names: ['nail tech'] },
    { language: 'spanish', names: ['uñas acrílicas'] },
  ])
  t.same([skill?.aliases, skill?.names], [[], ['manicura']])
})

const faults: Record<string, { skills: string; message: string }> = {
  'an alias that names two skills': {
    skills: '[{ id: library, label: Library work, aliases: [BOOKS!] }]',
    message: 'other.yaml: "BOOKS!" names two skills: bookkeeping and library',
  },
  'a typed name that names another skill': {
    skills: '[{ id: library, label: Library work, typed: { fr: [Books] } }]',
    message: 'other.yaml: "Books" names two skills: bookkeeping and library',
  },
  'an id that is taken': {
    skills: '[{ id: xero, label: Another }]',
    message: 'other.yaml: the id xero is already used in finance.yaml',
  },
  'a relation to nothing': {
    skills: '[{ id: a, label: A, related: { gone: 0.5 } }]',
    message: 'other.yaml: a is related to gone, which is not another skill',
  },
  'a relation to itself': {
    skills: '[{ id: a, label: A, related: { a: 0.5 } }]',
    message: 'other.yaml: a is related to a, which is not another skill',
  },
  'a pair stated from both sides': {
    skills: '[{ id: a, label: A, related: { b: 0.5 } }, { id: b, label: B, related: { a: 0.5 } }]',
    message: 'other.yaml: b and a are related twice',
  },
  'a strength of 1': {
    skills: '[{ id: a, label: A, related: { xero: 1 } }]',
    message: 'other.yaml: at /skills/0/related/xero: Must be less than 1.',
  },
  'an id that is not kebab-case': {
    skills: '[{ id: Web_Design, label: Web design }]',
    message: 'other.yaml: at /skills/0/id: An id must be lower case words joined by hyphens.',
  },
  'a field that nobody knows': {
    skills: '[{ id: a, label: A, alias: [x] }]',
    message: 'other.yaml: at /skills/0/alias: Unknown field. Remove it.',
  },
  'a label of signs alone': {
    skills: '[{ id: a, label: "!!" }]',
    message: 'other.yaml: at /skills/0/label: A label must contain a letter or a digit.',
  },
}

for (const [fault, { skills, message }] of Object.entries(faults)) {
  t.test(`${fault} is refused in one line that names the file`, async (t) => {
    const files = { 'finance.yaml': books, 'other.yaml': `category: Other\nskills: ${skills}\n` }
    t.throws(() => readFiles(t, files), { name: 'TaxonomyError', message })
  })
}

t.test('a file that is not YAML is refused in one line', async (t) => {
  t.throws(() => readFiles(t, { 'broken.yaml': 'category: [' }), { message: /^broken\.yaml: [^\n]+$/ })
  t.throws(() => readFiles(t, { 'empty.yaml': '' }), { message: /^empty\.yaml: [^\n]+$/ })
})

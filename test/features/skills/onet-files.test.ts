import t from 'tap'
import { ONET_STRENGTH, readOnet } from '../../../src/features/skills/onet-files.ts'
import { entry } from '../../support/skill-entries.ts'

const table = (...rows: string[][]) => `${rows.map((row) => row.join('\t')).join('\r\n')}\r\n`

const contentModel = table(
  ['Element ID', 'Element Name', 'Description'],
  ['2', 'Worker Requirements', 'x'],
  ['2.A', 'Basic Skills', 'x'],
  ['2.A.1', 'Content', 'Background structures'],
  ['2.A.1.a', 'Reading Comprehension', 'Understanding "written sentences'],
  ['2.A.1.b', 'Active Listening', 'x'],
  ['2.C', 'Knowledge', 'x'],
  ['2.C.1', 'Business and Management', 'x'],
  ['2.C.1.a', 'Administration and Management', 'x'],
  ['2.C.10', 'Transportation', 'x'],
  ['4.A.1', 'Information Input', 'x'],
)
const skills = table(
  ['O*NET-SOC Code', 'Element ID', 'Element Name', 'Scale ID', 'Data Value', 'N', 'Date', 'Domain Source'],
  ['11-1011.00', '2.A.1.a', 'Reading Comprehension', 'IM', '4.12', '8', '07/2014', 'Analyst'],
  ['11-1011.00', '2.A.1.a', 'Reading Comprehension', 'LV', '4.75', '8', '07/2014', 'Analyst'],
  ['11-1011.00', '2.A.1.b', 'Active Listening', 'IM', '4.12', '8', '07/2014', 'Analyst'],
  ['11-1011.03', '2.A.1.b', 'Active Listening', 'IM', '4.00', '8', '07/2014', 'Analyst'],
)
const technology = table(
  ['O*NET-SOC Code', 'Example', 'Commodity Code', 'Commodity Title', 'Hot Technology', 'In Demand'],
  ['13-2011.00', 'Intuit QuickBooks', '43231601', 'Accounting software', 'Y', 'Y'],
  ['13-2011.00', 'Tax software "Pro', '43231601', 'Accounting software', 'N', 'N'],
  ['13-2011.00', 'Microsoft Excel', '43232110', 'Spreadsheet software', 'Y', 'Y'],
  ['15-1252.00', 'Microsoft Excel', '43231601', 'Accounting software', 'Y', 'N'],
)
const { sameCommodity, sharedParent } = ONET_STRENGTH
const onet = (id: string, label: string, category: string, related = {}) =>
  entry(`onet:${id}`, label, { category, related })
const reading = onet('2.A.1.a', 'Reading Comprehension', 'Content', { 'onet:2.A.1.b': sharedParent })
const listening = onet('2.A.1.b', 'Active Listening', 'Content')

t.test('elements and technology become skills, each once', async (t) => {
  const dir = t.testdir({
    'Skills.txt': skills,
    'Content Model Reference.txt': contentModel,
    'Technology Skills.txt': technology,
  })
  t.same(await readOnet(dir), [
    reading,
    listening,
    onet('43231601', 'Accounting software', 'Technology'),
    onet('43232110', 'Spreadsheet software', 'Technology'),
    onet('43231601.intuit-quickbooks', 'Intuit QuickBooks', 'Technology', { 'onet:43231601': sameCommodity }),
    onet('43231601.tax-software-pro', 'Tax software "Pro', 'Technology', { 'onet:43231601': sameCommodity }),
    onet('43231601.microsoft-excel', 'Microsoft Excel', 'Technology', {
      'onet:43231601': sameCommodity,
      'onet:43232110': sameCommodity,
    }),
  ])
})

t.test('without the tables of ratings the content model gives the elements', async (t) => {
  t.same(await readOnet(t.testdir({ 'Content Model Reference.txt': contentModel })), [
    reading,
    listening,
    onet('2.C.1.a', 'Administration and Management', 'Business and Management'),
    onet('2.C.10', 'Transportation', 'Knowledge'),
  ])
})

t.test('without the content model the elements have no category of their own', async (t) => {
  const entries = await readOnet(t.testdir({ 'Skills.txt': skills }))
  t.same(
    entries.map(({ category }) => category),
    ['O*NET', 'O*NET'],
  )
})

t.test('what cannot be read as O*NET is refused in one line', async (t) => {
  const refused = async (files: Record<string, string>, message: RegExp) =>
    t.rejects(readOnet(t.testdir(files)), { name: 'TaxonomyError', message })
  await refused(
    { 'Occupation Data.txt': table(['O*NET-SOC Code', 'Title']) },
    /^[^\n]+ has no O\*NET skills: [^\n]+$/,
  )
  await refused({ 'Skills.txt': table(['Element ID', 'Name']) }, /^Skills\.txt: no column Element Name$/)
  await refused(
    { 'Technology Skills.txt': 'Example,Commodity Code\n' },
    /^Technology Skills\.txt: no column /,
  )
})

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { mergeTaxonomies } from '../../../src/engines/skills/merge-taxonomies.ts'
import { createTaxonomy } from '../../../src/engines/skills/taxonomy.ts'
import {
  ESCO_STRENGTH,
  MAX_SKILLS_SHARING_BROADER,
  readEsco,
} from '../../../src/features/skills/esco-files.ts'
import { readCuratedTaxonomy } from '../../../src/features/skills/taxonomy-files.ts'
import { entry } from '../../support/skill-entries.ts'

const SKILLS_HEADER =
  'conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,' +
  'scopeNote,definition,inScheme,description'
const COLLECTION_HEADER =
  'conceptType,conceptUri,preferredLabel,status,skillType,reuseLevel,altLabels,description,broaderConceptUri,' +
  'broaderConceptPT'
const RELATIONS_HEADER = 'originalSkillUri,originalSkillType,relationType,relatedSkillType,relatedSkillUri'
const BROADER_HEADER = 'conceptType,conceptUri,broaderType,broaderUri'
const GROUPS_HEADER =
  'conceptType,conceptUri,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,inScheme,' +
  'description,code'

const uri = (id: string) => `http://data.europa.eu/esco/skill/${id}`
const lines = (...all: string[]) => `${all.join('\n')}\n`
const skill = (id: string, label: string, aliases = '', status = 'released') =>
  `KnowledgeSkillCompetence,${uri(id)},knowledge,sector-specific,${label},"${aliases}",,${status},,,,,"A ""text"",\nof two lines"`
const broader = (id: string, group: string) => `KnowledgeSkillCompetence,${uri(id)},SkillGroup,${uri(group)}`

t.test('the full table gives skills with aliases, category and relations', async (t) => {
  const dir = t.testdir({
    'skills_en.csv': `\uFEFF${lines(
      SKILLS_HEADER,
      skill('h', 'Haskell', 'Haskell techniques\nhaskell coding\nHaskell techniques'),
      skill('p', 'computer programming'),
      skill('t', '"test, and debug"'),
      skill('e', 'Erlang'),
      skill('o', 'old skill', '', 'obsolete'),
    )}`,
    'digitalSkillsCollection_en.csv': lines(COLLECTION_HEADER, `K,${uri('x')},unread,released,,,,,,`),
    'skillGroups_en.csv': lines(
      GROUPS_HEADER,
      `SkillGroup,${uri('g')},programming languages,,,released,,,,,`,
    ),
    'skillSkillRelations_en.csv': lines(
      RELATIONS_HEADER,
      `${uri('h')},knowledge,optional,knowledge,${uri('p')}`,
      `${uri('t')},knowledge,essential,knowledge,${uri('p')}`,
      `${uri('h')},knowledge,essential,knowledge,${uri('gone')}`,
    ),
    'broaderRelationsSkillPillar_en.csv': lines(
      BROADER_HEADER,
      broader('h', 'g'),
      broader('e', 'g'),
      `KnowledgeSkillCompetence,${uri('h')},KnowledgeSkillCompetence,${uri('p')}`,
    ),
  })
  const esco = (id: string, label: string, rest = {}) =>
    entry(`esco:${id}`, label, { category: 'ESCO', uri: uri(id), ...rest })
  const { broader: above, essential, sharedBroader } = ESCO_STRENGTH
  t.same(await readEsco(dir), [
    esco('h', 'Haskell', {
      category: 'programming languages',
      aliases: ['Haskell techniques', 'haskell coding'],
      related: { 'esco:p': above },
    }),
    esco('p', 'computer programming', { related: { 'esco:t': essential } }),
    esco('t', 'test, and debug'),
    esco('e', 'Erlang', { category: 'programming languages', related: { 'esco:h': sharedBroader } }),
  ])
})

t.test('without it the collections count, and labels alone where no table has them', async (t) => {
  const dir = t.testdir({
    'digitalSkillsCollection_en.csv': lines(
      COLLECTION_HEADER,
      `K,${uri('a')},use spreadsheets,released,skill,cross,use a spreadsheet | spreadsheets use,text,${uri('g')} | ${uri('k')},office software | other`,
    ),
    'transversalSkillsCollection_en.csv': lines(
      'conceptType,conceptUri,skillType,reuseLevel,preferredLabel,status,altLabels,description,broaderConceptUri,broaderConceptPT',
      `K,${uri('b')},skill,transversal,show initiative,released,,text,,`,
      `K,${uri('a')},skill,transversal,again,released,,text,,`,
    ),
    'esco_skill_labels.txt': 'show initiative\r\nrepair clocks\n\nRepair clocks\n',
  })
  t.same(await readEsco(dir), [
    entry('esco:a', 'use spreadsheets', {
      category: 'office software',
      aliases: ['use a spreadsheet', 'spreadsheets use'],
      uri: uri('a'),
    }),
    entry('esco:b', 'show initiative', { category: 'ESCO', uri: uri('b') }),
    entry('esco:repair-clocks', 'repair clocks', { category: 'ESCO' }),
  ])
})

t.test('a group that holds many skills does not relate them', async (t) => {
  const relationsOfGroup = async (size: number) => {
    const ids = Array.from({ length: size }, (_, at) => `s${at}`)
    const dir = t.testdir({
      'skills_en.csv': lines(SKILLS_HEADER, ...ids.map((id) => skill(id, `skill ${id}`))),
      'broaderRelationsSkillPillar_en.csv': lines(BROADER_HEADER, ...ids.map((id) => broader(id, 'g'))),
    })
    return (await readEsco(dir)).flatMap(({ related }) => Object.keys(related)).length
  }
  const most = MAX_SKILLS_SHARING_BROADER
  t.equal(await relationsOfGroup(most), (most * (most - 1)) / 2)
  t.equal(await relationsOfGroup(most + 1), 0)
})

t.test('what cannot be read as ESCO is refused in one line', async (t) => {
  const refused = async (files: Record<string, string>, message: RegExp) =>
    t.rejects(readEsco(t.testdir(files)), { name: 'TaxonomyError', message })
  await refused({ 'readme.txt': 'hello' }, /^[^\n]+ has no ESCO skills: no skills_en\.csv [^\n]+$/)
  await refused({ 'skills_en.csv': lines(SKILLS_HEADER) }, /has no ESCO skills/)
  await refused({ 'skills_en.csv': '' }, /^skills_en\.csv: the file is empty$/)
  await refused({ 'skills_en.csv': 'conceptUri,altLabels\n' }, /^skills_en\.csv: no column preferredLabel$/)
  await refused(
    { 'skills_en.csv': lines(SKILLS_HEADER, 'K,"open quote') },
    /^skills_en\.csv: [^\n]*quote[^\n]*$/i,
  )
  await refused(
    { 'skills_en.csv': lines(SKILLS_HEADER, skill('a', 'one'), `${skill('b', 'two')},one,column,too,many`) },
    /^skills_en\.csv: [^\n]+$/,
  )
  await t.rejects(readEsco(`${t.testdirName}/nowhere`), {
    message: /cannot read the folder [^\n]+nowhere$/,
  })
})

const published = new URL('../../../../shared/data/esco/', import.meta.url)
const skip = existsSync(published) ? false : 'no ESCO download at ../shared/data/esco'

t.test('a published download is read, merged and found', { skip }, async (t) => {
  const imported = await readEsco(fileURLToPath(published))
  t.ok(imported.length > 13_000, `${imported.length} skills`)
  t.equal(new Set(imported.map(({ id }) => id)).size, imported.length, 'ids are unique')
  const curated = readCuratedTaxonomy()
  const merged = mergeTaxonomies(curated, imported)
  const taxonomy = createTaxonomy(merged)
  t.equal(taxonomy.resolve('Haskell').skill?.label, 'Haskell')
  t.equal(
    taxonomy.resolve('supervise correctional proceduers').skill?.label,
    'supervise correctional procedures',
  )
  const wrong = curated.filter(({ id, label }) => taxonomy.resolve(label).skill?.id !== id)
  t.same(
    wrong.map(({ id }) => id),
    [],
    'curated labels keep their skills',
  )
  const lost = imported.filter(({ label }) => taxonomy.resolve(label).confidence < 0.95)
  t.same(
    lost.map(({ id }) => id),
    [],
    'every imported label is known',
  )
})

import { readFileSync } from 'node:fs'
import t from 'tap'
import { createTaxonomy } from '../../../src/engines/skills/index.ts'
import { readCuratedTaxonomy } from '../../../src/features/skills/index.ts'
import {
  causeIn,
  message,
  READER_LANGUAGES,
  skillIn,
  summaryOf,
  textOf,
} from '../../../src/shared/messages/index.ts'

/** From this confidence on, a label is a name of a skill and not a guess by its words. */
const SURE = 0.9

function linesOf(file: string): string[][] {
  const url = new URL(`../../../src/shared/messages/names/${file}`, import.meta.url)
  const [, ...lines] = readFileSync(url, 'utf8').trimEnd().split('\n')
  return lines.map((line) => line.split('\t'))
}

t.test('every skill of the taxonomy has a name in each language, which never names another skill', (t) => {
  const skills = readCuratedTaxonomy()
  const taxonomy = createTaxonomy(skills)
  const named = new Map(linesOf('skill-names.tsv').map(([id = '', ...names]) => [id, names]))
  t.same([...named.keys()].sort(), skills.map(({ id }) => id).sort())
  for (const { id, label } of skills) {
    const names = named.get(id) ?? []
    t.equal(names[0], label)
    t.same(names.filter(Boolean).length, READER_LANGUAGES.length, id)
    const others = names.filter((name) => {
      const { skill, confidence } = taxonomy.resolve(name)
      return skill && skill.id !== id && confidence >= SURE
    })
    t.same(others, [], id)
  }
  for (const [column, language] of READER_LANGUAGES.entries()) {
    const names = [...named.values()].map((one) => one[column]?.toLowerCase())
    t.same(
      names.filter((name, at) => names.indexOf(name) !== at),
      [],
      `${language} names tell skills apart`,
    )
  }
  t.end()
})

t.test('causes have a name in each language', (t) => {
  for (const [id = '', ...names] of linesOf('cause-names.tsv'))
    t.equal(names.filter(Boolean).length, READER_LANGUAGES.length, id)
  t.end()
})

t.test('a reader sees a skill by its name in their language, whatever language it was posted in', (t) => {
  t.equal(skillIn('Bookkeeping', 'de'), 'Buchhaltung')
  t.equal(skillIn('buchhaltung', 'en'), 'Bookkeeping')
  t.equal(skillIn('hojas de cálculo', 'pt'), 'planilhas')
  t.equal(causeIn('hunger', 'fr'), 'faim')
  t.end()
})

t.test('what was posted stays if it is the name already, a product, or no name of the taxonomy', (t) => {
  t.equal(skillIn('BOOKKEEPING', 'en'), 'BOOKKEEPING')
  t.equal(skillIn('hojas de calculo', 'es'), 'hojas de calculo')
  for (const language of READER_LANGUAGES) {
    t.equal(skillIn('QuickBooks', language), 'QuickBooks')
    t.equal(skillIn('our own till', language), 'our own till')
    t.equal(causeIn('the old mill', language), 'the old mill')
  }
  t.end()
})

t.test('sentences name skills and causes in the language of the reader, and values stay as they are', (t) => {
  const offered = { offered: 'Bookkeeping', closeTo: 'Invoicing' }
  const reason = message('skills_offered', { skills: [offered, { offered: 'My way', closeTo: null }] })
  t.equal(textOf(reason, 'es'), 'Ofrece contabilidad básica (parecido a facturación) y My way.')
  t.equal(textOf(message('add_skill', { skill: 'Cooking' }), 'de').includes('Kochen'), true)
  t.match(textOf(message('causes_shared', { causes: ['hunger', 'seniors'] }), 'pt'), /fome e idosos/)
  t.equal(summaryOf([message('knows', { skills: ['Photography'] })], 'fr'), 'S’y connaît en photographie.')
  t.same(reason.values.skills[0], { offered: 'Bookkeeping', closeTo: 'Invoicing' })
  t.end()
})

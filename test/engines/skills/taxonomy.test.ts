import t from 'tap'
import { CONFIDENCE } from '../../../src/engines/skills/resolve.ts'
import { labelKey } from '../../../src/engines/skills/skill-label.ts'
import { createTaxonomy } from '../../../src/engines/skills/taxonomy.ts'
import { readCuratedTaxonomy } from '../../../src/features/skills/taxonomy-files.ts'

// Reading refuses dangling and doubled relations, strengths outside (0, 1), aliases of two skills and other ids
// than kebab-case; taxonomy-files.test.ts shows it. What is here is asked of the data beyond that.
const entries = readCuratedTaxonomy()
const taxonomy = createTaxonomy(entries)

t.test('at least 1,200 skills are curated, in several categories', async (t) => {
  t.ok(entries.length >= 1200, `${entries.length} skills`)
  t.ok(new Set(entries.map(({ category }) => category)).size >= 10)
})

t.test('every skill has an alias and a relation', async (t) => {
  t.same(
    entries.filter(({ aliases }) => aliases.length === 0).map(({ id }) => id),
    [],
  )
  t.same(
    entries.filter(({ id }) => taxonomy.relatedSkills(id).length === 0).map(({ id }) => id),
    [],
  )
})

t.test('no skill says the same twice', async (t) => {
  const repeated = entries.filter(({ label, aliases }) => {
    const keys = [label, ...aliases].map(labelKey)
    return new Set(keys).size < keys.length
  })
  t.same(
    repeated.map(({ id }) => id),
    [],
  )
})

t.test('every label and alias names its own skill, surely', async (t) => {
  const wrong: string[] = []
  for (const { id, label, aliases } of entries) {
    for (const text of [label, ...aliases, id, id.replaceAll('-', ' ')]) {
      const { skill, confidence } = taxonomy.resolve(text)
      const least = text === label || text === id ? CONFIDENCE.exact : CONFIDENCE.alias
      if (skill?.id !== id || confidence < least) wrong.push(`${text}: ${skill?.id} instead of ${id}`)
    }
  }
  t.same(wrong, [])
})

t.test('every label is the first that its own text finds', async (t) => {
  const wrong = entries.filter(({ id, label }) => taxonomy.search(label, 5).every((skill) => skill.id !== id))
  t.same(
    wrong.map(({ id }) => id),
    [],
  )
})

t.test(
  'a typo in a long label still finds it nine times in ten, and hardly ever another skill',
  async (t) => {
    // Every fourth of them: each has some fifty typos.
    const long = entries
      .map(({ label }) => label)
      .filter((label) => label.length >= 12)
      .filter((_, at) => at % 4 === 0)
    let typos = 0
    let found = 0
    let wrong = 0
    for (const label of long) {
      for (const typo of typosOf(label.toLowerCase())) {
        const { skill } = taxonomy.resolve(typo)
        typos += 1
        if (skill?.label === label) found += 1
        else if (skill) wrong += 1
      }
    }
    t.comment(`${typos} typos in ${long.length} labels: ${found} found, ${wrong} taken for another skill`)
    t.ok(found / typos >= 0.9, `${((100 * found) / typos).toFixed(1)} % found`)
    t.ok(wrong / typos <= 0.01, `${((100 * wrong) / typos).toFixed(2)} % taken for another skill`)
  },
)

/** At every letter but a word's first: left out, doubled, replaced, swapped with the next. */
function typosOf(label: string): string[] {
  const places = [...label.matchAll(/(?<=[a-z])[a-z]/g)].map(({ index }) => index)
  return places.flatMap((at) => {
    const [before, letter, after] = [label.slice(0, at), label.slice(at, at + 1), label.slice(at + 1)]
    const swapped = /^[a-z]/.test(after) ? [before + after.slice(0, 1) + letter + after.slice(1)] : []
    return [before + after, before + letter + letter + after, `${before}q${after}`, ...swapped]
  })
}

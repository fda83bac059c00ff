import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { labelKey, type SkillEntry, TaxonomyError } from '../../engines/skills/index.ts'
import { filesOf, type Row, readTable } from './table-files.ts'

/**
 * How well a skill can replace another, by their relation in ESCO. The values are our own: ESCO states relations
 * without a strength.
 */
export const ESCO_STRENGTH = { essential: 0.7, broader: 0.6, optional: 0.4, sharedBroader: 0.3 } as const

/** Skills under a broader concept with more skills than this do not count as related. */
export const MAX_SKILLS_SHARING_BROADER = 15

const ALL_SKILLS = 'skills_en.csv'
const COLLECTION = /SkillsCollection_en\.csv$/
const BARE_LABELS = /skill_labels\.txt$/
const GROUPS = 'skillGroups_en.csv'
const RELATIONS = 'skillSkillRelations_en.csv'
const BROADER = 'broaderRelationsSkillPillar_en.csv'

/**
 * Reads the skills of an ESCO download in English from `skills_en.csv`. If that file is missing, reads the collections
 * (`*SkillsCollection_en.csv`) and lists of bare labels (`*skill_labels.txt`, one label per line, without URIs and so
 * without relations). Uses the files of groups, relations and the hierarchy if they are present.
 * @throws TaxonomyError with a one-line message
 */
export async function readEsco(dir: string): Promise<SkillEntry[]> {
  const files = await filesOf(dir)
  const byUri = new Map<string, SkillEntry>()
  const tables = files.includes(ALL_SKILLS) ? [ALL_SKILLS] : files.filter((file) => COLLECTION.test(file))
  const lists = files.includes(ALL_SKILLS) ? [] : files.filter((file) => BARE_LABELS.test(file))
  for (const file of tables) await addSkills(join(dir, file), byUri)
  if (files.includes(RELATIONS)) await addStatedRelations(join(dir, RELATIONS), byUri)
  const groups = files.includes(GROUPS) ? await readGroups(join(dir, GROUPS)) : new Map<string, string>()
  if (files.includes(BROADER)) await addBroader(join(dir, BROADER), byUri, groups)
  const entries = [...byUri.values()]
  for (const file of lists) entries.push(...(await readBareLabels(join(dir, file), entries)))
  if (entries.length === 0) {
    throw new TaxonomyError(`${dir} has no ESCO skills: no ${ALL_SKILLS} and no *SkillsCollection_en.csv`)
  }
  return entries
}

async function addSkills(path: string, byUri: Map<string, SkillEntry>): Promise<void> {
  for await (const row of readTable(path, 'csv', ['conceptUri', 'preferredLabel', 'altLabels'])) {
    const { conceptUri: uri = '', preferredLabel: label = '', status = 'released' } = row
    if (status !== 'released' || uri === '' || labelKey(label) === '' || byUri.has(uri)) continue
    byUri.set(uri, {
      id: idOf(uri),
      label,
      category: row.broaderConceptPT?.split(' | ')[0] || 'ESCO',
      aliases: aliasesOf(row, label),
      related: {},
      source: 'esco',
      uri,
    })
  }
}

/** Reads the alternative labels. The full table separates them by line breaks, the collections by bars. */
function aliasesOf(row: Row, label: string): string[] {
  const labels = `${row.altLabels ?? ''}\n${row.hiddenLabels ?? ''}`.split(/\r?\n| \| /)
  return [...new Set(labels.map((one) => one.trim()))].filter((one) => labelKey(one) !== '' && one !== label)
}

async function addStatedRelations(path: string, byUri: ReadonlyMap<string, SkillEntry>): Promise<void> {
  for await (const row of readTable(path, 'csv', ['originalSkillUri', 'relationType', 'relatedSkillUri'])) {
    const { essential, optional } = ESCO_STRENGTH
    const strength = row.relationType === 'essential' ? essential : optional
    relate(byUri.get(row.originalSkillUri ?? ''), byUri.get(row.relatedSkillUri ?? ''), strength)
  }
}

async function readGroups(path: string): Promise<Map<string, string>> {
  const labels = new Map<string, string>()
  for await (const row of readTable(path, 'csv', ['conceptUri', 'preferredLabel'])) {
    if (row.conceptUri && row.preferredLabel) labels.set(row.conceptUri, row.preferredLabel)
  }
  return labels
}

/** Relates each skill to its broader skill and to its siblings. A broader group becomes its category. */
async function addBroader(
  path: string,
  byUri: ReadonlyMap<string, SkillEntry>,
  groups: ReadonlyMap<string, string>,
): Promise<void> {
  const below = new Map<string, SkillEntry[]>()
  for await (const row of readTable(path, 'csv', ['conceptUri', 'broaderUri'])) {
    const { conceptUri = '', broaderUri = '' } = row
    const skill = byUri.get(conceptUri)
    if (!skill) continue
    if (skill.category === 'ESCO') skill.category = groups.get(broaderUri) ?? skill.category
    relate(skill, byUri.get(broaderUri), ESCO_STRENGTH.broader)
    below.set(broaderUri, [...(below.get(broaderUri) ?? []), skill])
  }
  for (const siblings of below.values()) {
    if (siblings.length > MAX_SKILLS_SHARING_BROADER) continue
    siblings.forEach((skill, at) => {
      for (const other of siblings.slice(at + 1)) relate(skill, other, ESCO_STRENGTH.sharedBroader)
    })
  }
}

/** Relates two skills. Each pair is stored once, with the lower id, at the greatest strength in the files. */
function relate(a: SkillEntry | undefined, b: SkillEntry | undefined, strength: number): void {
  if (!a || !b || a === b) return
  const [lower, higher] = a.id < b.id ? [a, b] : [b, a]
  lower.related[higher.id] = Math.max(strength, lower.related[higher.id] ?? 0)
}

async function readBareLabels(path: string, known: readonly SkillEntry[]): Promise<SkillEntry[]> {
  const taken = new Set(known.map(({ label }) => labelKey(label)))
  const entries: SkillEntry[] = []
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    const label = line.trim()
    const key = labelKey(label)
    if (key === '' || taken.has(key)) continue
    taken.add(key)
    const id = `esco:${key.replaceAll(' ', '-')}`
    entries.push({ id, label, category: 'ESCO', aliases: [], related: {}, source: 'esco', uri: null })
  }
  return entries
}

function idOf(uri: string): string {
  return `esco:${uri.split('/').at(-1)}`
}

import { readdirSync, readFileSync } from 'node:fs'
import { CORE_SCHEMA, load } from 'js-yaml'
import { z } from 'zod'
import { labelKey, type SkillEntry, type SkillInLanguage, TaxonomyError } from '../../engines/skills/index.ts'
import { parseOrFaults } from '../../shared/faults.ts'
import { paragraphOf } from '../../shared/messages/index.ts'

const CURATED_DIR = new URL('./taxonomy/', import.meta.url)

const LANGUAGE_OF_TAG = {
  en: 'english',
  es: 'spanish',
  fr: 'french',
  de: 'german',
  pt: 'portuguese',
} as const
const TAGS = ['es', 'fr', 'de', 'pt'] as const
const TYPED_TAGS = ['en', ...TAGS] as const

const label = z
  .string()
  .max(200)
  .refine((text) => labelKey(text) !== '', 'A label must contain a letter or a digit.')
const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'An id must be lower case words joined by hyphens.')
const curatedFile = z.strictObject({
  category: z.string().min(1),
  skills: z.array(
    z.strictObject({
      id,
      label,
      aliases: z.array(label).default([]),
      names: z.partialRecord(z.enum(TAGS), z.array(label)).default({}),
      typed: z.partialRecord(z.enum(TYPED_TAGS), z.array(label)).default({}),
      said: z.partialRecord(z.enum(TAGS), z.array(label)).default({}),
      phrases: z.array(label).default([]),
      tools: z.array(label).default([]),
      related: z.record(id, z.number().gt(0).lt(1)).default({}),
    }),
  ),
})

interface Located {
  entry: SkillEntry
  file: string
}

let own: readonly SkillEntry[] | undefined
let ownById: ReadonlyMap<string, SkillEntry> | undefined

/** Returns the project's own curated taxonomy. A process reads its files once. */
export function readCuratedTaxonomy(): readonly SkillEntry[] {
  own ??= readTaxonomyFolder(CURATED_DIR)
  return own
}

/** Returns the curated skill with an id, or undefined. */
export function curatedSkill(id: string): SkillEntry | undefined {
  ownById ??= new Map(readCuratedTaxonomy().map((entry) => [entry.id, entry]))
  return ownById.get(id)
}

/**
 * Reads all `*.yaml` files of a folder as one taxonomy. A label or alias may name only one skill. A relation is stated
 * once, with either skill.
 * @throws TaxonomyError that names the file, at the first fault
 */
export function readTaxonomyFolder(dir: URL): SkillEntry[] {
  const files = readdirSync(dir)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
  const located = files.flatMap((file) => readFile(dir, file))
  checkIds(located)
  checkLabels(located)
  checkRelations(located)
  return located.map(({ entry }) => entry)
}

function readFile(dir: URL, file: string): Located[] {
  const result = parseOrFaults(curatedFile, parseYaml(readFileSync(new URL(file, dir), 'utf8'), file))
  if ('faults' in result) {
    const [fault] = result.faults
    throw new TaxonomyError(
      `${file}: at ${fault?.pointer || 'the top'}: ${paragraphOf(fault?.messages ?? [], 'en')}`,
    )
  }
  const { category, skills } = result.value
  return skills.map(({ names, typed, said, ...skill }) => ({
    file,
    entry: {
      ...skill,
      names: namesBeside(skill, names),
      ...inLanguages(skill, names, said),
      ...typedNames(typed),
      category,
      source: 'curated',
      uri: null,
    },
  }))
}

/** Returns the names in other languages that are not English names too. */
function namesBeside(
  { label, aliases }: Pick<SkillEntry, 'label' | 'aliases'>,
  names: Readonly<Record<string, readonly string[]>>,
): string[] {
  const known = new Set([label, ...aliases].map(labelKey))
  return Object.values(names)
    .flat()
    .filter((name) => {
      const key = labelKey(name)
      const isNew = !known.has(key)
      known.add(key)
      return isNew
    })
}

type ByTag = Readonly<Partial<Record<(typeof TAGS)[number], readonly string[]>>>

/** Returns names and phrases by language; nothing if there are none. */
function inLanguages(
  { label, aliases }: Pick<SkillEntry, 'label' | 'aliases'>,
  names: ByTag,
  said: ByTag,
): Pick<SkillEntry, 'inLanguages'> {
  const english = new Set([label, ...aliases].map(labelKey))
  const all = TAGS.map((tag): SkillInLanguage => {
    const own = (names[tag] ?? []).filter((name) => !english.has(labelKey(name)))
    return { language: LANGUAGE_OF_TAG[tag], names: own, phrases: said[tag] ?? [] }
  }).filter((one) => one.names.length + one.phrases.length > 0)
  return all.length === 0 ? {} : { inLanguages: all }
}

function typedNames(
  typed: Readonly<Partial<Record<(typeof TYPED_TAGS)[number], readonly string[]>>>,
): Pick<SkillEntry, 'typed'> {
  const all = TYPED_TAGS.map((tag) => ({ language: LANGUAGE_OF_TAG[tag], names: typed[tag] ?? [] }))
  const given = all.filter(({ names }) => names.length > 0)
  return given.length === 0 ? {} : { typed: given }
}

function parseYaml(text: string, file: string): unknown {
  try {
    return load(text, { schema: CORE_SCHEMA })
  } catch (error) {
    const [firstLine] = String(error instanceof Error ? error.message : error).split('\n')
    throw new TaxonomyError(`${file}: ${firstLine}`)
  }
}

function checkIds(located: readonly Located[]): void {
  const fileOfId = new Map<string, string>()
  for (const { entry, file } of located) {
    const first = fileOfId.get(entry.id)
    if (first) throw new TaxonomyError(`${file}: the id ${entry.id} is already used in ${first}`)
    fileOfId.set(entry.id, file)
  }
}

function checkLabels(located: readonly Located[]): void {
  const owners = new Map<string, string>()
  for (const { entry, file } of located) {
    const typed = entry.typed?.flatMap(({ names }) => names) ?? []
    for (const text of [entry.label, ...entry.aliases, ...(entry.names ?? []), ...typed]) {
      const owner = owners.get(labelKey(text)) ?? entry.id
      if (owner !== entry.id) {
        throw new TaxonomyError(`${file}: "${text}" names two skills: ${owner} and ${entry.id}`)
      }
      owners.set(labelKey(text), owner)
    }
  }
}

function checkRelations(located: readonly Located[]): void {
  const ids = new Set(located.map(({ entry }) => entry.id))
  const pairs = new Set<string>()
  for (const { entry, file } of located) {
    for (const other of Object.keys(entry.related)) {
      const pair = [entry.id, other].sort().join(' ')
      if (!ids.has(other) || other === entry.id) {
        throw new TaxonomyError(`${file}: ${entry.id} is related to ${other}, which is not another skill`)
      }
      if (pairs.has(pair)) throw new TaxonomyError(`${file}: ${entry.id} and ${other} are related twice`)
      pairs.add(pair)
    }
  }
}

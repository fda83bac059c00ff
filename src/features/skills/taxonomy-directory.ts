import { createHash } from 'node:crypto'
import type { Skill, Taxonomy } from '../../engines/skills/index.ts'
import { forEachSliced } from '../../shared/sliced-work.ts'
import { shownNames } from './shown-names.ts'

/** All skills of a taxonomy, to browse and to download. */
export interface TaxonomyDirectory {
  /** Changes whenever a skill does. */
  version: string
  /** By category, sorted by name. */
  byCategory: ReadonlyMap<string, readonly Skill[]>
  /** The JSON of all skills. */
  json: string
}

/**
 * Returns a function that returns the directory of the current taxonomy. The directory is built in short steps on first
 * use, and again after the taxonomy has changed.
 */
export function createDirectory(taxonomy: Taxonomy): () => Promise<TaxonomyDirectory> {
  let made: { of: Iterable<Skill>; directory: Promise<TaxonomyDirectory> } | undefined
  return () => {
    // A taxonomy never changes, so other skills mean another taxonomy.
    const of = taxonomy.skills()
    if (made?.of !== of) made = { of, directory: makeDirectory([...of]) }
    return made.directory
  }
}

async function makeDirectory(skills: readonly Skill[]): Promise<TaxonomyDirectory> {
  const groups = new Map<string, Skill[]>()
  for (const skill of skills) {
    const group = groups.get(skill.category)
    if (group) group.push(skill)
    else groups.set(skill.category, [skill])
  }
  const categories = [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1))
  await forEachSliced(categories, ([, group]) => group.sort(byName))
  const hash = createHash('sha256')
  const parts: string[] = []
  await forEachSliced(
    categories.flatMap(([, group]) => group),
    (skill) => {
      const part = JSON.stringify(shownWhole(skill))
      hash.update(part)
      parts.push(part)
    },
  )
  const version = hash.digest('base64url').slice(0, 22)
  return {
    version,
    byCategory: new Map(categories),
    json: `{"version":"${version}","skills":[${parts.join(',')}]}`,
  }
}

function byName(a: Skill, b: Skill): number {
  if (a.label !== b.label) return a.label < b.label ? -1 : 1
  return a.id < b.id ? -1 : 1
}

/** Returns a skill in the form of the download. */
function shownWhole(skill: Skill) {
  const { id, label, category, uri, related, source } = skill
  return { id, label, category, uri, ...shownNames(skill), related, source }
}

/** Where a page of the directory ends. */
export interface DirectoryPosition {
  category: string
  label: string
  id: string
}

/** Returns the skills of one category, or of all, after a position. */
export function skillsBehind(
  { byCategory }: TaxonomyDirectory,
  {
    category,
    after,
    limit,
  }: { category: string | undefined; after: DirectoryPosition | undefined; limit: number },
): Skill[] {
  const found: Skill[] = []
  for (const [name, skills] of byCategory) {
    if ((category !== undefined && name !== category) || (after && name < after.category)) continue
    const start = after?.category === name ? firstBehind(skills, after) : 0
    found.push(...skills.slice(start, start + limit - found.length))
    if (found.length === limit) break
  }
  return found
}

function firstBehind(skills: readonly Skill[], { label, id }: DirectoryPosition): number {
  const at = skills.findIndex((skill) => skill.label > label || (skill.label === label && skill.id > id))
  return at === -1 ? skills.length : at
}

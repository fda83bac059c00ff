import {
  createTaxonomy,
  mergeTaxonomies,
  type SkillEntry,
  type Taxonomy,
} from '../../engines/skills/index.ts'
import type { SkillsRepository } from './skills.repository.ts'

/** The taxonomy in use: the curated files, and what was imported into the database. */
export interface SkillCatalogue extends Taxonomy {
  /** Reads the imported skills again; until then the taxonomy is the one before. */
  reload(): Promise<void>
}

/** By their entries. A taxonomy never changes, so catalogues of the same curated skills share one. */
const curatedTaxonomies = new WeakMap<readonly SkillEntry[], Taxonomy>()

function curatedTaxonomy(curated: readonly SkillEntry[]): Taxonomy {
  const made = curatedTaxonomies.get(curated) ?? createTaxonomy(curated)
  curatedTaxonomies.set(curated, made)
  return made
}

export function createSkillCatalogue(deps: {
  curated: readonly SkillEntry[]
  skills: Pick<SkillsRepository, 'importedEntries'>
}): SkillCatalogue {
  let current = curatedTaxonomy(deps.curated)
  return {
    async reload() {
      const imported = await deps.skills.importedEntries()
      current =
        imported.length === 0
          ? curatedTaxonomy(deps.curated)
          : createTaxonomy(mergeTaxonomies(deps.curated, imported))
      await current.indexSentences()
    },
    get: (id) => current.get(id),
    relatedSkills: (id) => current.relatedSkills(id),
    search: (q, limit) => current.search(q, limit),
    resolve: (label) => current.resolve(label),
    resolveSentence: (sentence) => current.resolveSentence(sentence),
    indexSentences: () => current.indexSentences(),
    skills: () => current.skills(),
    get size() {
      return current.size
    },
  }
}

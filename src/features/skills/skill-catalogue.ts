import {
  createTaxonomy,
  mergeTaxonomies,
  type SkillEntry,
  type Taxonomy,
  textReader,
} from '../../engines/skills/index.ts'
import { curatedTextSkills } from './curated-text-skills.ts'
import type { SkillsRepository } from './skills.repository.ts'

/** The taxonomy in use: curated skills from files plus imported skills from the database. */
export interface SkillCatalogue extends Taxonomy {
  /** Reads the imported skills again. The current taxonomy stays in use until the new one is complete. */
  reload(): Promise<void>
}

/** Built on first use, because only labels that name no skill need it. */
const skillsOfText = textReader((text) => curatedTextSkills().inSteps(text))

/** Catalogues of the same curated skills share one taxonomy, because taxonomies never change. */
const curatedTaxonomies = new WeakMap<readonly SkillEntry[], Taxonomy>()

function curatedTaxonomy(curated: readonly SkillEntry[]): Taxonomy {
  const made = curatedTaxonomies.get(curated) ?? createTaxonomy(curated, skillsOfText)
  curatedTaxonomies.set(curated, made)
  return made
}

/** Starts with the curated skills only. Call `reload` to add the imported ones. */
export function createSkillCatalogue({
  curated,
  skills,
}: {
  curated: readonly SkillEntry[]
  skills: Pick<SkillsRepository, 'listImported'>
}): SkillCatalogue {
  let current = curatedTaxonomy(curated)
  return {
    async reload() {
      const imported = await skills.listImported()
      current =
        imported.length === 0
          ? curatedTaxonomy(curated)
          : createTaxonomy(mergeTaxonomies(curated, imported), skillsOfText)
      await current.indexSentences()
    },
    get: (id) => current.get(id),
    relatedSkills: (id) => current.relatedSkills(id),
    search: (q, limit) => current.search(q, limit),
    resolve: (label) => current.resolve(label),
    isName: (label) => current.isName(label),
    resolveSentence: (sentence) => current.resolveSentence(sentence),
    resolveSentenceInSteps: (sentence) => current.resolveSentenceInSteps(sentence),
    indexSentences: () => current.indexSentences(),
    skills: () => current.skills(),
    get size() {
      return current.size
    },
  }
}

export { MAX_SKILLS_OF_SENTENCE } from './resolve-sentence.ts'
export { labelKey, unknownSkillId } from './skill-label.ts'
export {
  createTaxonomy,
  mergeTaxonomies,
  type Skill,
  type SkillEntry,
  type Taxonomy,
  TaxonomyError,
} from './taxonomy.ts'

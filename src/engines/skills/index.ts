export type { SameMeaning } from './everyday-words.ts'
export { createFeatureReader } from './features-of-text.ts'
export type { LearntWords } from './learnt-words.ts'
export { mergeTaxonomies } from './merge-taxonomies.ts'
export { isMisspelled } from './resolve.ts'
export { MAX_SKILLS_OF_SENTENCE } from './resolve-sentence.ts'
export { type Skill, type SkillEntry, type SkillInLanguage, TaxonomyError } from './skill.ts'
export { labelKey, unknownSkillId } from './skill-label.ts'
export { createSkillsByMeaning, type SkillMeaning, type SkillsByMeaning } from './skills-by-meaning.ts'
export { createTaxonomy, type Taxonomy } from './taxonomy.ts'
export type { SkillHint, TextSkill } from './text-skill.ts'
export {
  createSkillHints,
  createTextSkills,
  firmSkills,
  type SkillHints,
  shownSkills,
  skillHintsInSteps,
  type TextSkills,
  textReader,
} from './text-skills.ts'
export type { WordRank } from './word-rank.ts'

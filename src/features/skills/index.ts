export {
  curatedFirmSkills,
  curatedSkillHints,
  curatedSkillsByMeaning,
  curatedTextSkills,
  prepareSkillHints,
} from './curated-text-skills.ts'
export { readEverydayWords } from './everyday-words.ts'
export { rankOfWord } from './frequent-words.ts'
export { importSkills } from './import-skills.ts'
export { inferSkills, namesOfReturns, type ReturnsOfPosting, sideOf } from './infer-skills.ts'
export { hasKnownWords } from './known-words.ts'
export { LEARNT_WORDS_FILE, learntWordsFile, readLearntWords } from './learnt-words.ts'
export {
  type GivenSkillRead,
  type OfferedSkillRead,
  readGivenSkills,
  readLearningGoals,
  readOfferedSkills,
  readReturnSkills,
  readWantedSkills,
  type ShownSkill,
  skillToInput,
  type WantedSkillRead,
} from './read-skills.ts'
export { createSkillCatalogue } from './skill-catalogue.ts'
export { skillDirections } from './skill-directions.ts'
export { readSkillMeanings, SKILL_MEANINGS_FILE, skillsByMeaning } from './skill-meanings.ts'
export {
  hashOfLearnt,
  hashOfLearntWords,
  readSkillSentences,
  textsOfSkill,
  wordsOfSkill,
} from './skill-sentences.ts'
export { createSkillsRepository, SKILLS_CHANNEL } from './skills.repository.ts'
export { registerSkillsRoutes } from './skills.routes.ts'
export {
  givenSkillShown,
  givenSkills,
  type InferredSkillShown,
  importance,
  inferredSkillShown,
  learningGoalShown,
  learningGoals,
  level,
  offeredSkillShown,
  offeredSkills,
  returnSkillShown,
  returnSkills,
  wantedSkillShown,
  wantedSkills,
} from './skills.schemas.ts'
export { createSkills, type Skills } from './skills.ts'
export { curatedSkill, readCuratedTaxonomy } from './taxonomy-files.ts'

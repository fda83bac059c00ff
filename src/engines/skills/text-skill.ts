/** A skill that the words of a text express. */
export interface TextSkill {
  skill: string
  label: string
  /** In (0, 1): how likely it is right (see `Agreement`), or for a `SkillHint` what its words alone say (see `TEXT_CONFIDENCE`). */
  confidence: number
  /** The parts of the text that express it, as written. */
  because: string[]
}

/** A skill that the words of a text may express. */
export interface SkillHint extends TextSkill {
  /** How likely the skill is right, given the whole text (see `Agreement`), in (0, 1). */
  agreed: number
  /** The log likelihood by what has been learnt of words (see `createLikelihoods`). */
  likelihood: number
  /** Whether it is enough in common for a match. Other skills are hints. */
  isSure: boolean
  /** Whether it is one of the text's `TextSkills`, which are displayed. All of these are sure. */
  isShown: boolean
  /** Whether it stays sure whatever the whole text means: displayed skills, and those that words alone make sure. */
  isFirm: boolean
  /** Whether it describes the writer and not what is sought (see `wordsOfWriter`). Such a hint is never sure. */
  isOfWriter: boolean
}

/** A skill that the words of a text express. */
export interface TextSkill {
  skill: string
  label: string
  /** In (0, 1); see `TEXT_CONFIDENCE`. */
  confidence: number
  /** The parts of the text that express it, as written. */
  because: string[]
}

/** A skill that the words of a text may express. */
export interface SkillHint extends TextSkill {
  /** Whether it makes two texts meet. Those that do not are hints. */
  isSure: boolean
  /** Whether it is one of the `TextSkills` of the text, which are shown. All of these are sure. */
  isShown: boolean
  /** Whether it stays sure whatever the text means as a whole: what is shown, and what words alone say surely. */
  isFirm: boolean
  /** Whether it tells who writes and not what is sought: see `wordsOfWriter`. Such a hint is never sure. */
  isOfWriter: boolean
}

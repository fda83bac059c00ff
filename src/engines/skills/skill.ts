import type { Language } from '../../shared/languages/index.ts'

export type SkillSource = 'curated' | 'esco' | 'onet'

export interface Skill {
  id: string
  label: string
  category: string
  aliases: string[]
  /** Names in other languages than English. */
  names?: readonly string[]
  /** See `SkillEntry`. */
  inLanguages?: readonly SkillInLanguage[]
  /** See `SkillEntry`. */
  typed?: readonly NamesInLanguage[]
  /** See `SkillEntry`. */
  tools?: readonly string[]
  /** Strongest first. `strength` in (0, 1]: how well one skill can replace the other. */
  related: { id: string; strength: number }[]
  source: SkillSource
  /** URI of the same skill in the classification that it comes from or is equivalent to. */
  uri: string | null
}

/** A skill as stored in files and in the database. A relation works both ways, whichever side states it. */
export interface SkillEntry {
  id: string
  label: string
  category: string
  aliases: string[]
  related: Record<string, number>
  source: SkillSource
  uri: string | null
  /** Names in other languages than English. */
  names?: readonly string[]
  /** The same names and further phrases by their language, whose words they are read with. */
  inLanguages?: readonly SkillInLanguage[]
  /**
   * Names that people type where skills are listed. Texts are not searched for them, because there most refer to other
   * things.
   */
  typed?: readonly NamesInLanguage[]
  /** How people express it without its name: symptoms, situations, things handled. */
  phrases?: readonly string[]
  /** Products, machines, forms and standards whose mention implies the skill. */
  tools?: readonly string[]
}

/** The names of a skill in one language. */
export interface NamesInLanguage {
  language: Language
  names: readonly string[]
}

/** The names and phrases of a skill in one language. */
export interface SkillInLanguage extends NamesInLanguage {
  phrases: readonly string[]
}

/** The files of a taxonomy are invalid or contradict each other. The message is one line and names the file. */
export class TaxonomyError extends Error {
  override readonly name = 'TaxonomyError'
}

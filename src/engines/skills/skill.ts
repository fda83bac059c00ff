export type SkillSource = 'curated' | 'esco' | 'onet'

export interface Skill {
  id: string
  label: string
  category: string
  aliases: string[]
  /** Strongest first. `strength` in (0, 1]: how far one skill stands in for the other. */
  related: { id: string; strength: number }[]
  source: SkillSource
  /** Of the same skill in the classification it comes from, or is equivalent to. */
  uri: string | null
}

/** A skill as files and the database hold it. A relation counts both ways, whichever side states it. */
export interface SkillEntry {
  id: string
  label: string
  category: string
  aliases: string[]
  related: Record<string, number>
  source: SkillSource
  uri: string | null
}

/** The files of a taxonomy contradict themselves or each other. The message is one line and names the file. */
export class TaxonomyError extends Error {
  override readonly name = 'TaxonomyError'
}

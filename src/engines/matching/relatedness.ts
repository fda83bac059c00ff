import type { EngineSettings } from './engine-interface.ts'
import type { SkillId } from './postings.ts'

const MAX_CACHED_SKILLS = 100_000
const noRelations: ReadonlyMap<SkillId, number> = new Map()

/** Relatedness of skills, from the taxonomy. */
export class Relatedness {
  readonly #relatedSkills: EngineSettings['relatedSkills']
  readonly #cache = new Map<SkillId, ReadonlyMap<SkillId, number>>()

  constructor(relatedSkills: EngineSettings['relatedSkills']) {
    this.#relatedSkills = relatedSkills
  }

  /** Must be called when the taxonomy has changed. */
  clear(): void {
    this.#cache.clear()
  }

  /** Returns 1 for the same skill, a strength in (0, 1) for a related one, else 0. */
  of(a: SkillId, b: SkillId): number {
    return a === b ? 1 : (this.relatedTo(a).get(b) ?? 0)
  }

  /** Returns the related skills with their strengths, without the skill itself. */
  relatedTo(skill: SkillId): ReadonlyMap<SkillId, number> {
    const known = this.#cache.get(skill)
    if (known) return known
    const related = this.#relatedSkills(skill)
    const relations = related.length
      ? new Map(related.map((one) => [one.skill, one.strength] as const))
      : noRelations
    if (this.#cache.size >= MAX_CACHED_SKILLS) this.#cache.clear()
    this.#cache.set(skill, relations)
    return relations
  }
}

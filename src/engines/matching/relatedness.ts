import type { EngineSettings } from './engine-interface.ts'
import type { SkillId } from './postings.ts'

const REMEMBERED_SKILLS = 100_000
const noRelations: ReadonlyMap<SkillId, number> = new Map()

/** How near skills are to each other, as the taxonomy has it. */
export class Relatedness {
  readonly #relatedSkills: EngineSettings['relatedSkills']
  readonly #remembered = new Map<SkillId, ReadonlyMap<SkillId, number>>()

  constructor(relatedSkills: EngineSettings['relatedSkills']) {
    this.#relatedSkills = relatedSkills
  }

  /** To be called when the taxonomy has changed. */
  forget(): void {
    this.#remembered.clear()
  }

  /** 1 for the same skill, a strength in (0, 1) for a related one, else 0. */
  of(a: SkillId, b: SkillId): number {
    return a === b ? 1 : (this.relatedTo(a).get(b) ?? 0)
  }

  /** The related skills with their strengths, without the skill itself. */
  relatedTo(skill: SkillId): ReadonlyMap<SkillId, number> {
    const known = this.#remembered.get(skill)
    if (known) return known
    const related = this.#relatedSkills(skill)
    const relations = related.length
      ? new Map(related.map((one) => [one.skill, one.strength] as const))
      : noRelations
    if (this.#remembered.size >= REMEMBERED_SKILLS) this.#remembered.clear()
    this.#remembered.set(skill, relations)
    return relations
  }
}

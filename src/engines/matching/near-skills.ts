import { float64At, int32At } from '../../shared/item-at.ts'
import type { Relatedness } from './relatedness.ts'
import { grown } from './rows/growing-array.ts'
import type { Interned } from './rows/interned.ts'
import type { Row } from './rows/row.ts'

/**
 * Maps any skill to the same or related skills of one posting, with their relatedness. Stored as chains in typed
 * arrays.
 */
export class NearSkills {
  /** By skill: the first entry of its chain plus 1; 0 for none. */
  #first = new Int32Array(0)
  #next = new Int32Array(0)
  #index = new Int32Array(0)
  #strength = new Float64Array(0)
  #skill = new Int32Array(0)
  #count = 0

  /** Loads the skills of a row. Related skills that occur in no posting are left out. */
  read(row: Row, skills: Interned, relatedness: Relatedness): void {
    for (let entry = 0; entry < this.#count; entry++) this.#first[int32At(this.#skill, entry)] = 0
    this.#count = 0
    this.#first = grown(this.#first, skills.size)
    for (let at = 0; at < row.skillCount; at++) {
      this.#add(row.skill(at), at, 1)
      for (const [related, strength] of relatedness.relatedTo(skills.textOf(row.skill(at)))) {
        const skill = skills.find(related)
        if (skill >= 0) this.#add(skill, at, strength)
      }
    }
  }

  /** Returns the first entry for a skill; -1 for none. */
  first(skill: number): number {
    return int32At(this.#first, skill) - 1
  }

  /** Returns the next entry; -1 after the last. */
  next(entry: number): number {
    return int32At(this.#next, entry) - 1
  }

  get count(): number {
    return this.#count
  }
  /** Position of the entry's skill in the posting's list. */
  index(entry: number): number {
    return int32At(this.#index, entry)
  }
  /** 1 for the same skill, less for a related one. */
  strength(entry: number): number {
    return float64At(this.#strength, entry)
  }
  /** The related skill. */
  skill(entry: number): number {
    return int32At(this.#skill, entry)
  }

  #add(skill: number, index: number, strength: number): void {
    const entry = this.#count++
    this.#next = grown(this.#next, entry + 1)
    this.#index = grown(this.#index, entry + 1)
    this.#strength = grown(this.#strength, entry + 1)
    this.#skill = grown(this.#skill, entry + 1)
    this.#next[entry] = int32At(this.#first, skill)
    this.#first[skill] = entry + 1
    this.#index[entry] = index
    this.#strength[entry] = strength
    this.#skill[entry] = skill
  }
}

import { InvertedIndex } from './inverted-index.ts'
import type { Lexicon } from './lexicon.ts'
import type { SkillId } from './market.ts'
import type { NeedProfile, OfferProfile } from './profile.ts'

/** One side of the market: its postings in numbered slots, found by skill or by word. */
export class PostingIndex<Profile extends NeedProfile | OfferProfile> {
  readonly #lexicon: Lexicon
  readonly #slotOf = new Map<string, number>()
  readonly #slots: (Profile | undefined)[] = []
  readonly #free: number[] = []
  readonly #bySkill = new InvertedIndex<SkillId>()
  readonly #byStem = new InvertedIndex<number>()
  /** In which collection each slot was last seen, so that none is collected twice. */
  #seen = new Uint32Array(16)
  #collection = 0

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon
  }

  get size(): number {
    return this.#slotOf.size
  }

  get(id: string): Profile | undefined {
    const slot = this.#slotOf.get(id)
    return slot === undefined ? undefined : this.#slots[slot]
  }

  countWithSkill(skill: SkillId): number {
    return this.#bySkill.count(skill)
  }

  /** Adds a posting under an id that is not there. */
  add(id: string, profile: Profile): void {
    const slot = this.#free.pop() ?? this.#slots.length
    this.#slots[slot] = profile
    this.#slotOf.set(id, slot)
    this.#bySkill.add(slot, profile.skillIds)
    this.#byStem.add(slot, profile.words.ids)
    this.#lexicon.addDocument(profile.words.ids)
  }

  /** Removes a posting, where it is there. */
  remove(id: string): void {
    const slot = this.#slotOf.get(id)
    const profile = slot === undefined ? undefined : this.#slots[slot]
    if (slot === undefined || !profile) return
    this.#bySkill.remove(slot, profile.skillIds)
    this.#byStem.remove(slot, profile.words.ids)
    this.#lexicon.removeDocument(profile.words.ids)
    this.#slots[slot] = undefined
    this.#slotOf.delete(id)
    this.#free.push(slot)
  }

  /** Each posting that has one of the skills or one of the stems, once, in no order that matters. */
  *having(skills: Iterable<SkillId>, stems: Iterable<number>): Generator<Profile> {
    this.#startCollection()
    for (const skill of skills) yield* this.#unseen(this.#bySkill.slots(skill))
    for (const stem of stems) yield* this.#unseen(this.#byStem.slots(stem))
  }

  *#unseen(slots: Int32Array): Generator<Profile> {
    for (const slot of slots) {
      if (this.#seen[slot] === this.#collection) continue
      this.#seen[slot] = this.#collection
      const profile = this.#slots[slot]
      if (profile) yield profile
    }
  }

  #startCollection(): void {
    if (this.#seen.length < this.#slots.length) {
      const wider = new Uint32Array(2 * this.#slots.length)
      wider.set(this.#seen)
      this.#seen = wider
    }
    this.#collection++
    if (this.#collection > 0xffffffff) {
      this.#seen.fill(0)
      this.#collection = 1
    }
  }
}

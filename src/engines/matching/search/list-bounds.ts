import { float64At, int32At, itemAt } from '../../../shared/item-at.ts'
import type { MatchContext } from '../context.ts'
import { shareOf } from '../factors/skills.ts'
import type { PostingIndex } from '../posting-index.ts'
import type { SlotList } from '../rows/slot-list.ts'
import { MOST_HINT_CONFIDENCE } from '../weights.ts'

const SKILL_STEPS = 250
const WORD_STEPS = 8192
/** Stand for any value. */
export const ANY_SKILLS = 0xff
export const ANY_WORDS = 0xffff
/** Reading so many entries of lists takes less time than looking at one candidate. */
const ENTRIES_A_LOOK = 4
/** Sums pay if one of so many slots would be looked at, or if there are few slots. */
const SLOTS_A_LOOK = 50
const FEW_SLOTS = 4096
const ENTRIES_A_STEP = 1 << 15

/**
 * Upper bounds of the skills and words of an anchoring need's candidates, by slot, summed up from the lists of its skills and
 * stems before any candidate is read: a term at a time (Turtle and Flood 1995). A sum takes two or three bytes of a slot, so
 * those of many candidates stay in the processor's cache. Words in the longest lists count for all candidates.
 */
export class ListBounds {
  readonly #context: MatchContext
  readonly #index: PostingIndex
  /** By slot, in steps (see `skillsAt`, `wordsAt`). */
  #skills = new Uint8Array(0)
  #words = new Uint16Array(0)
  #slots = 0
  #skillsOfAll = 0
  #wordsOfAll = 0
  #readInStep = 0
  /** The question that was read last. */
  #question = -1
  /** Whether the bounds are known for the anchor. */
  isKnown = false

  constructor(context: MatchContext, index: PostingIndex) {
    this.#context = context
    this.#index = index
    // A posting that enters during a ranking may have anything.
    index.onEnter((slot) => {
      if (slot >= this.#words.length) return
      this.#skills[slot] = ANY_SKILLS
      this.#words[slot] = ANY_WORDS
    })
  }

  /** Must be called when a search begins. The bounds of the same question stay known. */
  begin(): void {
    if (this.#context.question !== this.#question) this.isKnown = false
  }

  /** Reads the lists of the context's anchor if that saves time, given how many candidates would be looked at. */
  *read(looks: number): Generator<void, void> {
    const context = this.#context
    if (context.question === this.#question) return
    this.#question = context.question
    this.isKnown = context.anchorIsNeed && looks * SLOTS_A_LOOK >= this.#index.slots - FEW_SLOTS
    if (!this.isKnown) return
    this.#clear()
    yield
    yield* this.#readSkills()
    yield* this.#readWords(looks * ENTRIES_A_LOOK)
  }

  /** Returns the steps of a slot's skills. */
  skillStepsOf(slot: number): number {
    return this.#skills[slot] ?? ANY_SKILLS
  }

  /** Returns the steps of a slot's words. */
  wordStepsOf(slot: number): number {
    return this.#words[slot] ?? ANY_WORDS
  }

  /** Returns the most that a candidate with these steps covers of the skills. */
  skillsAt(steps: number): number {
    return steps === ANY_SKILLS ? 1 : Math.min(1, this.#skillsOfAll + steps / SKILL_STEPS)
  }

  /** Returns the most that a candidate with these steps answers of the words. */
  wordsAt(steps: number): number {
    return steps === ANY_WORDS ? 1 : Math.min(1, this.#wordsOfAll + steps / WORD_STEPS)
  }

  #clear(): void {
    this.#slots = this.#index.slots
    if (this.#words.length < this.#slots) {
      const room = Math.ceil(this.#slots * 1.2)
      this.#skills = new Uint8Array(room)
      this.#words = new Uint16Array(room)
      return
    }
    this.#skills.fill(0, 0, this.#slots)
    this.#words.fill(0, 0, this.#slots)
  }

  // A list is read at once, because writes between steps may change it.

  *#readSkills(): Generator<void, void> {
    const { anchor, nearSkills } = this.#context
    const unlisted = this.#index.hasHints ? MOST_HINT_CONFIDENCE : 0
    const shares = Array.from({ length: anchor.skillCount }, (_, at) => shareOf(anchor, at, this.#context))
    this.#skillsOfAll = shares.reduce((sum, share) => sum + share * unlisted, 0)
    for (let entry = 0; entry < nearSkills.count; entry++) {
      const more = nearSkills.strength(entry) - unlisted
      if (more <= 0) continue
      const steps = Math.ceil(itemAt(shares, nearSkills.index(entry)) * more * SKILL_STEPS)
      const list = this.#index.withSkill(nearSkills.skill(entry))
      for (let at = 0; at < list.chunks; at++)
        addSkills(this.#skills, list.chunk(at), list.countOf(at), steps)
      if (this.#endsStep(list.size)) yield
    }
  }

  /** Reads the lists of the stems that say most for their length. */
  *#readWords(most: number): Generator<void, void> {
    const { ids, bounds } = this.#context.wordTerms
    const terms = Array.from(ids, (stem, at) => ({
      stem,
      size: this.#index.withStem(stem).size,
      most: float64At(bounds, at),
    }))
    terms.sort((a, b) => b.most * a.size - a.most * b.size)
    this.#wordsOfAll = 0
    let left = most
    for (const term of terms) {
      left -= term.size
      if (left < 0) this.#wordsOfAll += term.most
      else this.#addWord(this.#index.withStem(term.stem), Math.ceil(term.most * WORD_STEPS))
      if (left >= 0 && this.#endsStep(term.size)) yield
    }
    // Lists hold only the words by which a posting can be found.
    this.#addWord(this.#index.withUnlistedWords, ANY_WORDS)
  }

  #addWord(list: SlotList, steps: number): void {
    for (let at = 0; at < list.chunks; at++) addWords(this.#words, list.chunk(at), list.countOf(at), steps)
  }

  #endsStep(read: number): boolean {
    this.#readInStep += read
    if (this.#readInStep < ENTRIES_A_STEP) return false
    this.#readInStep = 0
    return true
  }
}

function addSkills(sums: Uint8Array, slots: Int32Array, count: number, steps: number): void {
  for (let at = 0; at < count; at++) {
    const slot = int32At(slots, at)
    // A slot may have been added since.
    const before = sums[slot]
    if (before !== undefined) sums[slot] = Math.min(ANY_SKILLS, before + steps)
  }
}

function addWords(sums: Uint16Array, slots: Int32Array, count: number, steps: number): void {
  for (let at = 0; at < count; at++) {
    const slot = int32At(slots, at)
    const before = sums[slot]
    if (before !== undefined) sums[slot] = Math.min(ANY_WORDS, before + steps)
  }
}

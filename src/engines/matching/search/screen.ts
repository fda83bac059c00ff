import { int32At } from '../../../shared/item-at.ts'
import type { MatchContext } from '../context.ts'
import type { FactorName } from '../factors/factor-names.ts'
import { FACTORS } from '../factors/factors.ts'
import { mostMeaningOfTopic, oddsOf, topicOdds } from '../fit.ts'
import { harmonicMean, type Limits, ROUNDING, weighingOf } from '../limits.ts'
import { FLAGS } from '../rows/flags.ts'
import { wantedSkillsOf } from '../score.ts'
import { answeredBy } from '../wording/answered-words.ts'
import type { HeadBounds } from './head-bounds.ts'
import { ANY_WORDS, type ListBounds } from './list-bounds.ts'
import { Reach } from './reach.ts'
import { SkillBound } from './skill-bound.ts'
import { hasMeaningOfTraits, wantedOfTraits } from './skill-traits.ts'
import type { TraitTable } from './trait-table.ts'
import { HEAD, TRAIT } from './traits.ts'
import { WordSignature } from './word-signature.ts'

const SKILLS = indexOf('skills')
const WORDING = indexOf('wording')
const RETURN = indexOf('return')
const PLACE = indexOf('place')
const TIME = indexOf('time')
const CONNECTION = indexOf('connection')
const TRUST = indexOf('trust')
const RESPONSIVENESS = indexOf('responsiveness')
const FRESHNESS = indexOf('freshness')

/** Upper bounds of what a candidate can reach. */
export interface Most {
  /** Whether its meaning and the anchor's are known. */
  hasMeaning: boolean
  /** Index of its weights without a meaning (see `weighingOf`). */
  weighing: number
  /** Upper bounds of both sides' utilities. */
  need: number
  offer: number
  covered: number
  wording: number
}

/** Checks candidates quickly by their traits. Every candidate that may be eligible and may score enough passes. */
export class Screen {
  readonly #context: MatchContext
  readonly #limits: Limits
  readonly #lists: ListBounds
  readonly #heads: HeadBounds
  readonly #reach: Reach
  readonly #skills = new SkillBound()
  readonly #words = new WordSignature()
  #kinds = 0
  #modalities = 0
  #organizations = 0
  /** For a need, the index of its weights without a meaning (see `weighingOf`). */
  #anchorWeighing = 0
  #leastOdds = Number.NEGATIVE_INFINITY
  #anchorHasMeaning = false
  #ignoresGates = false
  /** The upper bounds of the candidate that passed last. */
  readonly most: Most = {
    hasMeaning: false,
    weighing: 0,
    need: 0,
    offer: 0,
    covered: 0,
    wording: 0,
  }

  constructor(context: MatchContext, limits: Limits, lists: ListBounds, heads: HeadBounds) {
    this.#context = context
    this.#limits = limits
    this.#lists = lists
    this.#heads = heads
    this.#reach = new Reach(context.anchorIsNeed)
  }

  /** Whether candidates blocked by gates pass too, if the anchor's partner may see them. */
  get ignoresGates(): boolean {
    return this.#ignoresGates
  }

  /** Reads the context's anchor, the requested kinds of offer (as flags) and the minimum topic of a match. */
  read(kinds: number, leastTopic: number, ignoresGates: boolean): void {
    this.#leastOdds = oddsOf(leastTopic)
    this.#ignoresGates = ignoresGates
    const { anchor, wordTerms } = this.#context
    const { flags } = anchor
    this.#anchorHasMeaning = anchor.hasMeaning
    this.#kinds = this.#kindsOf(kinds)
    this.#modalities = flags & FLAGS.modalities
    this.#organizations = flags & (flags >>> FLAGS.unpaidShift) & FLAGS.organizations
    this.#anchorWeighing = weighingOf(wantedSkillsOf(anchor), false)
    this.#reach.read(anchor)
    this.#skills.read(this.#context, ignoresGates)
    this.#words.read(wordTerms)
    this.#heads.read(ignoresGates)
  }

  /** Returns the kinds of which a candidate must have one. */
  #kindsOf(asked: number): number {
    const { anchor, anchorIsNeed } = this.#context
    // A need accepts other kinds besides the anchor's.
    if (this.#ignoresGates) return anchorIsNeed ? asked : FLAGS.kinds
    const isOut = (anchor.flags & (FLAGS.fairPay | FLAGS.filled)) !== FLAGS.fairPay || this.#isOver()
    return isOut ? 0 : anchor.flags & asked & FLAGS.kinds
  }

  /** A `fit` has no kind bits if the pay is not fair or all positions are taken. */
  #isOfAskedKind(fit: number): boolean {
    return (fit & this.#kinds) !== 0 || (fit & FLAGS.kinds) === 0
  }

  /** Returns whether the anchor is past its end or deadline, so that nothing can match. */
  #isOver(): boolean {
    const { anchor, anchorIsNeed, today, asOfMs } = this.#context
    return anchor.endDay < today || (anchorIsNeed && anchor.extra <= asOfMs)
  }

  /** Returns whether any posting of a cluster may fit the anchor (see `Clusters`). */
  meets(fit: number): boolean {
    if (this.#ignoresGates) return this.#isOfAskedKind(fit)
    return (fit & this.#kinds) !== 0 && (fit & this.#modalities) !== 0 && this.#reach.meets(fit)
  }

  /** Returns whether a candidate with this `fit` may fit the anchor. */
  fits(fit: number): boolean {
    if (this.#ignoresGates) return this.#isOfAskedKind(fit)
    if ((fit & this.#kinds) === 0 || (fit & this.#modalities) === 0 || (fit & this.#organizations) === 0)
      return false
    return this.#reach.holds(fit)
  }

  /**
   * Returns whether a candidate that fits may pass by its other traits and reach a minimum score. Skills and words are
   * checked first, because they exclude the most candidates.
   */
  maySuit(slot: number, table: TraitTable, least: number): boolean {
    const traits = table.chunkOf(slot)
    const start = table.startOf(slot)
    const head = table.headsOf(slot)
    const at = table.headOf(slot)
    const side = int32At(head, at + HEAD.side)
    const fit = table.fitOf(slot)
    if (!this.#isReached(side, fit)) return false
    if (!this.#skills.look(traits, start + TRAIT.skills)) return false
    const { covered } = this.#skills
    const wording = answeredBy(this.#mostWords(slot, traits, start))
    const hasMeaning = this.#anchorHasMeaning && hasMeaningOfTraits(traits, start + TRAIT.skills)
    const odds = topicOdds(covered, wording, mostMeaningOfTopic(hasMeaning))
    if (odds === Number.NEGATIVE_INFINITY || odds < this.#leastOdds - ROUNDING) return false
    const known = this.#context.anchorIsNeed
      ? this.#anchorWeighing
      : weighingOf(wantedOfTraits(traits, start + TRAIT.skills), false)
    if (this.#mostWith(known, hasMeaning, covered, wording) < least) return false
    if (!this.#heads.mayMeet(side)) return false
    const time = this.#heads.time(side)
    if (time < 0) return false
    this.#limits.set(SKILLS, covered)
    this.#limits.set(WORDING, wording)
    this.#limits.set(TIME, time)
    this.#limitRest(fit, head, at)
    const { most } = this
    most.covered = covered
    most.wording = wording
    return this.#reaches(known, hasMeaning, least - ROUNDING)
  }

  /** Returns how much of the words a candidate may answer. */
  #mostWords(slot: number, traits: Int32Array, start: number): number {
    const steps = this.#lists.isKnown ? this.#lists.wordStepsOf(slot) : ANY_WORDS
    if (steps !== ANY_WORDS) return this.#lists.wordsAt(steps)
    return Math.min(1, this.#words.sum(traits, start + TRAIT.stems))
  }

  /** Returns the upper bound of the score with these values. */
  #mostWith(known: number, hasMeaning: boolean, skills: number, words: number): number {
    return this.#limits.scoreAt(known + (hasMeaning ? 1 : 0), skills, words)
  }

  /** Returns whether a candidate can reach a score by its upper bounds, and stores these in `most`. */
  #reaches(known: number, hasMeaning: boolean, least: number): boolean {
    const { most } = this
    const limits = this.#limits
    most.hasMeaning = hasMeaning
    most.weighing = known
    most.need = limits.needSum(known + (hasMeaning ? 1 : 0))
    most.offer = limits.offerSum(known + (hasMeaning ? 1 : 0))
    return harmonicMean(most.need, most.offer) >= least
  }

  #isReached(side: number, fit: number): boolean {
    return this.#ignoresGates || this.#heads.mayBeOfPartner(side) || this.#reach.holdsOfOthers(fit)
  }

  #limitRest(fit: number, head: Int32Array, at: number): void {
    const record = int32At(head, at + HEAD.record)
    const heads = this.#heads
    const limits = this.#limits
    limits.set(RETURN, heads.helperReturn(fit, int32At(head, at + HEAD.returns)))
    limits.set(PLACE, heads.place(fit, record))
    limits.set(CONNECTION, heads.connection(int32At(head, at + HEAD.side)))
    // `Limits.read` has set the bounds for the anchor's own record.
    const judging = this.#context.anchorIsNeed ? limits.need : limits.offer
    judging[TRUST] = heads.trust(record)
    judging[RESPONSIVENESS] = heads.responsiveness(record)
    judging[FRESHNESS] = heads.freshness(record)
  }
}

function indexOf(name: FactorName): number {
  return FACTORS.findIndex((rule) => rule.name === name)
}

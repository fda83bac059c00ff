import { int32At } from '../../../shared/item-at.ts'
import type { MatchContext } from '../context.ts'
import type { FactorName } from '../factors/factor-names.ts'
import { FACTORS } from '../factors/factors.ts'
import { freshnessAfter } from '../factors/freshness.ts'
import { mostMeaningOfTopic, oddsOf, topicOdds } from '../fit.ts'
import { harmonicMean, type Limits, ROUNDING, weighingOf } from '../limits.ts'
import { FLAGS } from '../rows/flags.ts'
import { wantedSkillsOf } from '../score.ts'
import {
  CONNECTION_SAME_PARTNER,
  HOURS_SHARE_OF_TIME,
  LEAST_HOURS_SHARE,
  TIME_WHEN_UNKNOWN,
} from '../weights.ts'
import { answeredBy } from '../wording/answered-words.ts'
import { Reach } from './reach.ts'
import { ReturnSignature } from './return-signature.ts'
import { SkillBound } from './skill-bound.ts'
import { hasMeaningOfTraits, wantedOfTraits } from './skill-traits.ts'
import type { TraitTable } from './trait-table.ts'
import { greatest, RECORD, SIDE, TRAIT } from './traits.ts'
import { WordSignature } from './word-signature.ts'

const ZONES = greatest(RECORD.zoneBits)
const TRACKS = greatest(RECORD.trackBits)
const DAYS = greatest(RECORD.dayBits)
const PARTNERS = greatest(SIDE.partnerBits)
const LANGUAGES = greatest(SIDE.languagesBits)
const HOURS = greatest(SIDE.hoursBits)
/** Days are stored in a counter that wraps around. A day this many days before the oldest one is in the future. */
const DAYS_TO_COME = 100

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
  readonly #reach: Reach
  readonly #skills = new SkillBound()
  readonly #words = new WordSignature()
  readonly #returns = new ReturnSignature()
  #kinds = 0
  #modalities = 0
  #organizations = 0
  #partner = 0
  #isOpenToNetwork = false
  #anchorHours = 0
  #anchorHasWeek = false
  #anchorHasSessions = false
  #anchorKnowsAnybody = false
  /** For a need, the index of its weights without a meaning (see `weighingOf`). */
  #anchorWeighing = 0
  #isRemote = false
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

  constructor(context: MatchContext, limits: Limits) {
    this.#context = context
    this.#limits = limits
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
    const { anchor, anchorIsNeed, wordTerms } = this.#context
    const { flags } = anchor
    this.#anchorHasMeaning = anchor.hasMeaning
    this.#kinds = this.#kindsOf(kinds)
    this.#modalities = flags & FLAGS.modalities
    this.#organizations = flags & (flags >>> FLAGS.unpaidShift) & FLAGS.organizations
    this.#partner = anchor.partner
    this.#isOpenToNetwork = (flags & FLAGS.network) !== 0
    this.#anchorHours = anchor.hoursPerWeek
    this.#anchorHasWeek = anchor.hasWeek
    this.#anchorHasSessions = anchorIsNeed && anchor.isTimed
    this.#anchorKnowsAnybody = anchor.knownCount > 0
    this.#anchorWeighing = weighingOf(wantedSkillsOf(anchor), false)
    this.#isRemote = anchorIsNeed && (flags & FLAGS.onsite) === 0
    this.#reach.read(anchor)
    this.#skills.read(this.#context, ignoresGates)
    this.#words.read(wordTerms)
    this.#returns.read(this.#context)
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
    const side = int32At(traits, start + TRAIT.side)
    const fit = table.fitOf(slot)
    if (!this.#isReached(side, fit)) return false
    if (!this.#skills.look(traits, start + TRAIT.skills)) return false
    const { covered } = this.#skills
    const wording = answeredBy(Math.min(1, this.#words.sum(traits, start + TRAIT.stems)))
    const hasMeaning = this.#anchorHasMeaning && hasMeaningOfTraits(traits, start + TRAIT.skills)
    const odds = topicOdds(covered, wording, mostMeaningOfTopic(hasMeaning))
    if (odds === Number.NEGATIVE_INFINITY || odds < this.#leastOdds - ROUNDING) return false
    const known = this.#context.anchorIsNeed
      ? this.#anchorWeighing
      : weighingOf(wantedOfTraits(traits, start + TRAIT.skills), false)
    if (this.#mostWith(known, hasMeaning, covered, wording) < least) return false
    if (!this.#mayMeet(side)) return false
    const time = this.#mostTime(side)
    if (time < 0) return false
    this.#limits.set(SKILLS, covered)
    this.#limits.set(WORDING, wording)
    this.#limits.set(TIME, time)
    this.#limitRest(traits, start, fit, side)
    const { most } = this
    most.covered = covered
    most.wording = wording
    return this.#reaches(known, hasMeaning, least - ROUNDING)
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

  #limitRest(traits: Int32Array, start: number, fit: number, side: number): void {
    const { anchorIsNeed, market } = this.#context
    const record = int32At(traits, start + TRAIT.record)
    const track = (record >>> RECORD.zoneBits) & TRACKS
    const limits = this.#limits
    limits.set(RETURN, this.#returns.most(fit, int32At(traits, start + TRAIT.returns)))
    limits.set(PLACE, this.#place(fit, record & ZONES))
    limits.set(CONNECTION, this.#connection(side))
    // `Limits.read` has set the bounds for the anchor's own record.
    const { tracks } = market.vocabulary
    const judging = anchorIsNeed ? limits.need : limits.offer
    judging[TRUST] = track === TRACKS ? 1 : tracks.trust(track)
    judging[RESPONSIVENESS] = track === TRACKS ? 1 : tracks.responsiveness(track)
    judging[FRESHNESS] = this.#freshness(record)
  }

  #freshness(record: number): number {
    const day = record >>> (RECORD.zoneBits + RECORD.trackBits)
    const age = (this.#context.today - day) & DAYS
    return freshnessAfter(age > DAYS - DAYS_TO_COME ? 0 : age)
  }

  #place(fit: number, zone: number): number {
    const worksRemotely = this.#context.anchorIsNeed ? this.#isRemote : (fit & FLAGS.onsite) === 0
    return worksRemotely && zone !== ZONES ? this.#context.mostWorkingPart(zone) : 1
  }

  #connection(side: number): number {
    const knowsAnybody = (side & SIDE.knowsAnybody) !== 0
    if (!this.#mayBeOfPartner(side)) return this.#anchorKnowsAnybody && knowsAnybody ? 1 : 0
    return this.#anchorKnowsAnybody || knowsAnybody ? 1 : CONNECTION_SAME_PARTNER
  }

  #isReached(side: number, fit: number): boolean {
    return this.#ignoresGates || this.#mayBeOfPartner(side) || this.#reach.holdsOfOthers(fit)
  }

  #mayMeet(side: number): boolean {
    if (this.#ignoresGates) return (side & SIDE.network) !== 0 || this.#mayBeOfPartner(side)
    return this.#isVisible(side) && this.#speaks(side)
  }

  #mostTime(side: number): number {
    const time = this.#time(side)
    return time < 0 && this.#ignoresGates ? 1 : time
  }

  #isVisible(side: number): boolean {
    return (this.#isOpenToNetwork && (side & SIDE.network) !== 0) || this.#mayBeOfPartner(side)
  }

  #mayBeOfPartner(side: number): boolean {
    const partner = side & PARTNERS
    return partner === this.#partner || partner === PARTNERS
  }

  #speaks(side: number): boolean {
    const languages = side >>> SIDE.languagesShift
    return languages === LANGUAGES || this.#context.shareLanguage(this.#context.anchor.languages, languages)
  }

  /** Returns whether windows or sessions are compared. A need's trait does not tell which of the two it has. */
  #comparesWindows(hasWeek: boolean): boolean {
    if (!this.#context.anchorIsNeed) return hasWeek
    return this.#anchorHasSessions || (this.#anchorHasWeek && hasWeek)
  }

  /** Returns the upper bound of `time`, or -1 if the hours are too few. */
  #time(side: number): number {
    const code = (side >>> SIDE.hoursShift) & HOURS
    const bothHaveWindows = this.#comparesWindows((side & SIDE.hasWeek) !== 0)
    const own = this.#anchorHours
    if (code === 0 || Number.isNaN(own)) return bothHaveWindows ? 1 : TIME_WHEN_UNKNOWN
    if (code === HOURS || own === 0) return 1
    const wanted = this.#context.anchorIsNeed ? own : code - 1
    const offered = this.#context.anchorIsNeed ? code - 1 : own
    if (offered < wanted * LEAST_HOURS_SHARE) return -1
    if (wanted === 0) return 1
    const hours = Math.min(1, offered / wanted)
    return bothHaveWindows ? HOURS_SHARE_OF_TIME * hours + 1 - HOURS_SHARE_OF_TIME : hours
  }
}

function indexOf(name: FactorName): number {
  return FACTORS.findIndex((rule) => rule.name === name)
}

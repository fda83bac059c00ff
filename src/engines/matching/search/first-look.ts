import { float64At, int32At } from '../../../shared/item-at.ts'
import type { MatchContext } from '../context.ts'
import type { FactorName } from '../factors/factor-names.ts'
import { FACTORS } from '../factors/factors.ts'
import { type Limits, ROUNDING, weighingOf } from '../limits.ts'
import { wantedSkillsOf } from '../score.ts'
import { answeredBy } from '../wording/answered-words.ts'
import type { HeadBounds } from './head-bounds.ts'
import { ANY_SKILLS, type ListBounds } from './list-bounds.ts'
import type { TraitTable } from './trait-table.ts'
import { greatest, HEAD, RECORD, SIDE } from './traits.ts'

const ZONES = greatest(RECORD.zoneBits)
const TRACKS = greatest(RECORD.trackBits)
const DAY_SHIFT = RECORD.zoneBits + RECORD.trackBits
/** Whether there is a week, and the hours: adjacent bits. */
const TIMES = greatest(1 + SIDE.hoursBits)
const TIME_SHIFT = SIDE.hoursShift - 1
/** The place of an anchoring need does not depend on it. */
const NO_FIT = 0

/**
 * The first check of a need's candidates: their bounds from lists (see `ListBounds`) and from the heads of their traits. It runs
 * for very many candidates, so it reads tables, which are filled as values occur.
 */
export class FirstLook {
  readonly #context: MatchContext
  readonly #limits: Limits
  readonly #lists: ListBounds
  readonly #heads: HeadBounds
  /** What a candidate's track record and age cost the need's side. NaN if not known yet, here and below. */
  readonly #costOfTrack = new Float64Array(TRACKS + 1)
  readonly #costOfDay = new Float64Array(greatest(RECORD.dayBits) + 1)
  /** What the place and the time of a candidate lack of 1. */
  readonly #lackOfZone = new Float64Array(ZONES + 1)
  readonly #lackOfTime = new Float64Array(TIMES + 1)
  readonly #skills = new Float64Array(ANY_SKILLS + 1)
  #needs = weightsOf(new Float64Array(FACTORS.length), 0)
  #offers = weightsOf(new Float64Array(FACTORS.length), 0)

  constructor(context: MatchContext, limits: Limits, lists: ListBounds, heads: HeadBounds) {
    this.#context = context
    this.#limits = limits
    this.#lists = lists
    this.#heads = heads
  }

  /** Reads the context's anchor, after its lists. */
  read(): void {
    const { anchor } = this.#context
    // With a meaning as near as can be, no pair scores less than without one.
    const weighing = weighingOf(wantedSkillsOf(anchor), anchor.hasMeaning)
    const weights = this.#limits.weights(weighing)
    const { need, offer } = this.#limits.lineOf(weighing)
    this.#needs = weightsOf(weights.need, need.rest)
    this.#offers = weightsOf(weights.offer, offer.rest)
    for (const table of [this.#costOfTrack, this.#costOfDay, this.#lackOfZone, this.#lackOfTime])
      table.fill(Number.NaN)
    for (let steps = 0; steps <= ANY_SKILLS; steps++) this.#skills[steps] = this.#lists.skillsAt(steps)
  }

  /** Keeps the candidates that may reach a score. Returns their number. */
  sift(slots: Int32Array, count: number, table: TraitTable, least: number): number {
    let kept = 0
    for (let from = 0; from < count; from++) {
      const slot = int32At(slots, from)
      if (this.#mayReach(slot, table, least - ROUNDING)) slots[kept++] = slot
    }
    return kept
  }

  #mayReach(slot: number, table: TraitTable, least: number): boolean {
    const head = table.headsOf(slot)
    const at = table.headOf(slot)
    const side = int32At(head, at + HEAD.side)
    if (!this.#heads.mayMeet(side)) return false
    const skills = float64At(this.#skills, this.#lists.skillStepsOf(slot))
    const words = answeredBy(this.#lists.wordsAt(this.#lists.wordStepsOf(slot)))
    const record = int32At(head, at + HEAD.record)
    const lackOfTime = this.#timeOf(side)
    const lackOfPlace = this.#placeOf(record)
    const lackOfConnection = 1 - this.#heads.connection(side)
    const needs = this.#needs
    const offers = this.#offers
    const need =
      needs.rest +
      needs.skills * skills +
      needs.wording * words -
      needs.time * lackOfTime -
      needs.place * lackOfPlace -
      needs.connection * lackOfConnection -
      this.#trackOf(record) -
      this.#dayOf(record)
    const offer =
      offers.rest +
      offers.skills * skills +
      offers.wording * words -
      offers.time * lackOfTime -
      offers.place * lackOfPlace -
      offers.connection * lackOfConnection
    if (!isMeanAtLeast(need, offer, least)) return false
    const lackOfReturn = 1 - this.#heads.helperReturn(table.fitOf(slot), int32At(head, at + HEAD.returns))
    return isMeanAtLeast(need - needs.return * lackOfReturn, offer - offers.return * lackOfReturn, least)
  }

  #trackOf(record: number): number {
    const track = (record >>> RECORD.zoneBits) & TRACKS
    const known = float64At(this.#costOfTrack, track)
    if (!Number.isNaN(known)) return known
    const cost =
      this.#needs.trust * (1 - this.#heads.trust(record)) +
      this.#needs.responsiveness * (1 - this.#heads.responsiveness(record))
    this.#costOfTrack[track] = cost
    return cost
  }

  #dayOf(record: number): number {
    const day = record >>> DAY_SHIFT
    const known = float64At(this.#costOfDay, day)
    if (!Number.isNaN(known)) return known
    const cost = this.#needs.freshness * (1 - this.#heads.freshness(record))
    this.#costOfDay[day] = cost
    return cost
  }

  #placeOf(record: number): number {
    const zone = record & ZONES
    const known = float64At(this.#lackOfZone, zone)
    if (!Number.isNaN(known)) return known
    const lack = 1 - this.#heads.place(NO_FIT, record)
    this.#lackOfZone[zone] = lack
    return lack
  }

  /** Infinite if the hours are too few. */
  #timeOf(side: number): number {
    const code = (side >>> TIME_SHIFT) & TIMES
    const known = float64At(this.#lackOfTime, code)
    if (!Number.isNaN(known)) return known
    const time = this.#heads.time(side)
    const lack = time < 0 ? Number.POSITIVE_INFINITY : 1 - time
    this.#lackOfTime[code] = lack
    return lack
  }
}

/** The weights of one side's factors, and its utility if skills and words add nothing and all other factors are 1. */
function weightsOf(weights: Float64Array, rest: number) {
  const of = (name: FactorName) =>
    float64At(
      weights,
      FACTORS.findIndex((rule) => rule.name === name),
    )
  return {
    rest,
    skills: of('skills'),
    wording: of('wording'),
    return: of('return'),
    place: of('place'),
    time: of('time'),
    connection: of('connection'),
    trust: of('trust'),
    responsiveness: of('responsiveness'),
    freshness: of('freshness'),
  }
}

/** Returns whether the harmonic mean of two utilities reaches a bound, without dividing. */
function isMeanAtLeast(need: number, offer: number, bound: number): boolean {
  return need >= 0 && offer >= 0 && 2 * need * offer >= bound * (need + offer)
}

import { float64At } from '../../shared/item-at.ts'
import { DAY_MS } from '../../shared/time.ts'
import { canAttend } from './attendance.ts'
import type { MatchContext } from './context.ts'
import { levelFit } from './coverage.ts'
import { mondayMs } from './dates.ts'
import { chordKm } from './distance.ts'
import { FLAGS } from './rows/flags.ts'
import type { Row } from './rows/row.ts'
import { STRETCHES } from './stretches.ts'
import { answeredBy } from './wording/answered-words.ts'

const MOST_SKILLS = 256

/**
 * A need and an offer. Computes each value that gates and factors share once, and only when needed. One object serves a
 * whole ranking: it moves from candidate to candidate and allocates nothing.
 */
export class Pair {
  readonly context: MatchContext
  readonly need: Row
  readonly offer: Row
  readonly #candidate: Row
  /** By the need's skills: the best relatedness × level fit, and the best relatedness at any level. */
  readonly #values = new Float64Array(MOST_SKILLS)
  readonly #nearest = new Float64Array(MOST_SKILLS)
  #sharesSkill = false
  #isCovered = false
  #wording = -1
  #distanceKm = -1
  #likeness = Number.NaN
  #sessionsAhead = -1
  #sessionsFitting = 0

  constructor(context: MatchContext, need: Row, offer: Row) {
    this.context = context
    this.need = need
    this.offer = offer
    this.#candidate = context.anchorIsNeed ? offer : need
  }

  /** Moves to another candidate. */
  moveTo(slot: number): void {
    this.#candidate.at(slot)
    this.restart()
  }

  /** Clears computed values. Must be called after either row has moved. */
  restart(): void {
    this.#isCovered = false
    this.#wording = -1
    this.#distanceKm = -1
    this.#likeness = Number.NaN
    this.#sessionsAhead = -1
  }

  /** How near the meanings of both postings are, at most 1. Both must be known. */
  get likeness(): number {
    if (Number.isNaN(this.#likeness)) this.#likeness = this.need.likenessTo(this.offer)
    return this.#likeness
  }

  /** How well the offer covers a wanted skill: relatedness × level fit, in [0, 1]. */
  coverage(wanted: number): number {
    if (!this.#isCovered) this.#cover()
    return float64At(this.#values, wanted)
  }

  /** The greatest relatedness of any offered skill, at any level, to a wanted one. */
  nearest(wanted: number): number {
    if (!this.#isCovered) this.#cover()
    return float64At(this.#nearest, wanted)
  }

  /** Whether the two have related skills of which neither is only a hint. */
  get sharesSkill(): boolean {
    if (!this.#isCovered) this.#cover()
    return this.#sharesSkill
  }

  /** How well the offer's words answer the need's, in [0, 1]. */
  get wording(): number {
    if (this.#wording < 0) this.#wording = answeredBy(this.context.wording(this.#candidate))
    return this.#wording
  }

  /** Whether the need contains a word by which the offer can be found, or a similar word. */
  get sharesWords(): boolean {
    return this.context.meets(this.#candidate)
  }

  /** The words of the offer that match the need, most important first. Valid only if the need is the anchor. */
  get bindingStems(): string[] {
    const { words, market } = this.context
    return words.boundBy(this.offer).map((stem) => market.vocabulary.stems.textOf(stem))
  }

  /**
   * A remote need is done remotely. A hybrid or onsite need requires the helper on site, at least at times, even one
   * who prefers remote work.
   */
  get worksRemotely(): boolean {
    return (this.need.flags & FLAGS.onsite) === 0
  }

  /** Whether the two agree on where the work is done (see the modality gate). */
  get modalityFits(): boolean {
    return (this.need.flags & this.offer.flags & FLAGS.modalities) !== 0
  }

  /** Whether both belong to one partner, which may compare the exact places of its postings. */
  get isOfOnePartner(): boolean {
    return this.need.partner === this.offer.partner
  }

  /** Whether the distance is measured between the centres of cities or cells, as for pairs of two partners. */
  get isDistanceApproximate(): boolean {
    return !this.isOfOnePartner || Number.isNaN(this.need.x) || Number.isNaN(this.offer.x)
  }

  /** Distance between the two places. 0 if no points are known and the names are equal, NaN if unknown. */
  get distanceKm(): number {
    if (this.#distanceKm === -1) this.#distanceKm = distanceBetween(this.need, this.offer)
    return this.#distanceKm
  }

  /** First day on which both could work: today, or the later of their starts. */
  get startDay(): number {
    return Math.max(this.context.today, this.need.startDay, this.offer.startDay)
  }

  /** Last day on which both could work; `NO_END` if neither has an end. */
  get endDay(): number {
    return Math.min(this.need.endDay, this.offer.endDay)
  }

  /** Monday (midnight UTC, ms) of the first common week, in which windows and zones are compared. */
  get mondayMs(): number {
    return Math.max(this.context.mondayMs, mondayMs(this.#candidate.startDay * DAY_MS))
  }

  /** Hours of that week in which both sides' windows overlap. Both must have windows. */
  get sharedWindowHours(): number {
    return this.context.sharedWindowHours(this.#candidate, this.mondayMs)
  }

  /** Number of the need's future sessions that have a place left. */
  get sessionsAhead(): number {
    if (this.#sessionsAhead < 0) this.#attend()
    return this.#sessionsAhead
  }

  /** How many of these sessions the offer can attend. */
  get sessionsFitting(): number {
    if (this.#sessionsAhead < 0) this.#attend()
    return this.#sessionsFitting
  }

  #attend(): void {
    const { need, offer, context } = this
    const count = need.stretchCount(STRETCHES.sessions)
    this.#sessionsAhead = 0
    this.#sessionsFitting = 0
    for (let at = 0; at < count; at++) {
      const start = need.stretchFrom(STRETCHES.sessions, at)
      if (start <= context.minute) continue
      this.#sessionsAhead++
      const end = need.stretchUntil(STRETCHES.sessions, at)
      if (canAttend(offer, context.clocksOf(offer), start, end)) this.#sessionsFitting++
    }
  }

  #cover(): void {
    const { need, offer, context } = this
    const { anchorIsNeed, nearSkills } = context
    const candidate = this.#candidate
    this.#isCovered = true
    for (let wanted = 0; wanted < need.skillCount; wanted++) {
      this.#values[wanted] = 0
      this.#nearest[wanted] = 0
    }
    this.#sharesSkill = false
    for (let own = 0; own < candidate.skillCount; own++) {
      for (let entry = nearSkills.first(candidate.skill(own)); entry >= 0; entry = nearSkills.next(entry)) {
        const wanted = anchorIsNeed ? nearSkills.index(entry) : own
        const offered = anchorIsNeed ? own : nearSkills.index(entry)
        const strength = nearSkills.strength(entry)
        const near = strength * offer.confidence(offered)
        if (near > float64At(this.#nearest, wanted)) this.#nearest[wanted] = near
        const value = near * levelFit(need.level(wanted), offer.level(offered))
        if (value > float64At(this.#values, wanted)) this.#values[wanted] = value
        if (!need.isHint(wanted) && !offer.isHint(offered)) this.#sharesSkill = true
      }
    }
  }
}

function distanceBetween(need: Row, offer: Row): number {
  return need.partner === offer.partner ? exactDistance(need, offer) : sharedDistance(need, offer)
}

function exactDistance(need: Row, offer: Row): number {
  const x = need.x - offer.x
  const y = need.y - offer.y
  const z = need.z - offer.z
  const squaredChord = x * x + y * y + z * z
  if (!Number.isNaN(squaredChord)) return chordKm(squaredChord)
  const distance = sharedDistance(need, offer)
  return Number.isNaN(distance) && isSame(need.postalCode, offer.postalCode) ? 0 : distance
}

/**
 * Measures between shared points, never by postal codes: for two partners, or if either side has no own coordinates.
 */
function sharedDistance(need: Row, offer: Row): number {
  const x = need.sharedX - offer.sharedX
  const y = need.sharedY - offer.sharedY
  const z = need.sharedZ - offer.sharedZ
  const squaredChord = x * x + y * y + z * z
  if (!Number.isNaN(squaredChord)) return chordKm(squaredChord)
  return isSameCity(need, offer) ? 0 : Number.NaN
}

/** Portland in Oregon is not Portland in Maine. A side without a region may mean either. */
function isSameCity(need: Row, offer: Row): boolean {
  const regionsDiffer = need.region !== 0 && offer.region !== 0 && need.region !== offer.region
  return isSame(need.city, offer.city) && !regionsDiffer
}

function isSame(name: number, other: number): boolean {
  return name !== 0 && name === other
}

/** Whether something is known of what each posting is about. */
export function isMeaningKnown({ need, offer }: Pair): boolean {
  return need.hasMeaning && offer.hasMeaning
}

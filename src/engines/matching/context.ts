import { DAY_MS, MINUTE_MS } from '../../shared/time.ts'
import type { OfferClocks } from './attendance.ts'
import { mondayMs } from './dates.ts'
import { Digest } from './digest.ts'
import type { FactorWeights } from './factor-weights.ts'
import { NearSkills } from './near-skills.ts'
import { NumberCache } from './number-cache.ts'
import { slotsAhead, workingWeek, workingWeeksOfYear } from './recurring-week.ts'
import type { Relatedness } from './relatedness.ts'
import type { Compiler } from './rows/compiled-posting.ts'
import type { Row } from './rows/row.ts'
import type { Vocabulary } from './rows/vocabulary.ts'
import type { Statistics } from './statistics.ts'
import { earlier, hoursOf, sharedHours, type Week } from './week.ts'
import type { Nearness } from './wording/nearness.ts'
import { WordingComparison } from './wording/wording-comparison.ts'
import type { WordingOptions } from './wording/wording-options.ts'
import type { WordingTerms } from './wording/wording-terms.ts'
import { clockOf } from './zone-clock.ts'

/** Everything that the engine needs besides the pair itself. */
export interface Market {
  vocabulary: Vocabulary
  statistics: Statistics
  relatedness: Relatedness
  nearness: Nearness
  wording: WordingOptions
  compiler: Compiler
  /** Replaced when another model is used. */
  weights: FactorWeights
  /** Label of a skill id. */
  labelOf(skill: string): string
}

/**
 * One query compares one posting, the anchor, with many others at one instant. The object is reused for the next query.
 */
export class MatchContext {
  readonly market: Market
  readonly anchorIsNeed: boolean
  /** Skills near those of the anchor. */
  readonly nearSkills = new NearSkills()
  readonly words: WordingComparison
  #wordTerms: WordingTerms | undefined
  asOfMs = 0
  /** UTC date of the instant, in days since the epoch. */
  today = 0
  /** Minutes since the epoch, rounded down. */
  minute = 0
  /** The first Monday (midnight UTC, ms) at which the anchor could begin. */
  mondayMs = 0
  #anchor: Row | undefined
  /** By skill: how near the nearest skill of an anchoring need is to it. */
  readonly nearestWanted = new NumberCache()
  readonly #languages = new NumberCache()
  readonly #slotsAhead = new NumberCache()
  readonly #workingPart = new NumberCache()
  readonly #mostWorkingPart = new NumberCache()
  readonly #weeks = new Map<number, Week>()
  readonly #clocks = new Map<number, OfferClocks>()

  constructor(market: Market, side: 'need' | 'offer') {
    this.market = market
    this.anchorIsNeed = side === 'need'
    this.words = new WordingComparison(market.wording, market.statistics.words, market.nearness)
  }

  /** Starts a query. The anchor must already be counted in the statistics. */
  ask(anchor: Row, asOfMs: number): void {
    const { vocabulary, relatedness } = this.market
    this.#anchor = anchor
    this.asOfMs = asOfMs
    this.today = Math.floor(asOfMs / DAY_MS)
    this.minute = Math.floor(asOfMs / MINUTE_MS)
    this.mondayMs = Math.max(mondayMs(asOfMs), mondayMs(anchor.startDay * DAY_MS))
    this.nearSkills.read(anchor, vocabulary.skills, relatedness)
    this.#wordTerms = this.anchorIsNeed ? this.words.anchorNeed(anchor) : this.words.anchorOffer(anchor)
    this.nearestWanted.clear()
    this.#languages.clear()
    this.#slotsAhead.clear()
    this.#workingPart.clear()
    this.#mostWorkingPart.clear()
    this.#weeks.clear()
    this.#clocks.clear()
  }

  /**
   * Returns a digest of the market's statistics, which the scores of the anchor need depend on besides the postings,
   * their relations and the model. While it is unchanged, the score of a pair changes only with one of its postings.
   */
  digest(): string {
    const digest = new Digest()
    this.words.digestNeed(digest)
    digest.add(this.market.statistics.skillMoves)
    return digest.text()
  }

  /** Returns whether two sets of languages have one in common. A side without languages accepts all. */
  shareLanguage(a: number, b: number): boolean {
    const other = this.anchor.languages === a ? b : a
    const known = this.#languages.get(other)
    if (!Number.isNaN(known)) return known === 1
    const { languages } = this.market.vocabulary
    const ours = languages.textOf(a).split(' ')
    const theirs = languages.textOf(b).split(' ')
    const share = ours[0] === '' || theirs[0] === '' || ours.some((language) => theirs.includes(language))
    return this.#languages.set(other, share ? 1 : 0) === 1
  }

  /** Returns the shared part of two zones' ordinary working weeks, in [0, 1], in the week of a Monday. */
  sharedWorkingPart(a: number, b: number, mondayMs: number): number {
    if (mondayMs !== this.mondayMs) return this.#readWorkingPart(a, b, mondayMs)
    const other = this.anchor.timeZone === a ? b : a
    const known = this.#workingPart.get(other)
    return Number.isNaN(known) ? this.#workingPart.set(other, this.#readWorkingPart(a, b, mondayMs)) : known
  }

  /**
   * Returns the maximum of `sharedWorkingPart` between the anchor's zone and another over all weeks of the coming year.
   */
  mostWorkingPart(zone: number): number {
    const known = this.#mostWorkingPart.get(zone)
    if (!Number.isNaN(known)) return known
    const { timeZones } = this.market.vocabulary
    const ours = timeZones.textOf(this.anchor.timeZone)
    return this.#mostWorkingPart.set(zone, mostSharedPart(ours, timeZones.textOf(zone), this.mondayMs))
  }

  /** Returns the skills that are related to a skill and occur in a posting. */
  relatedTo(skill: number): { skill: number; strength: number }[] {
    const { skills } = this.market.vocabulary
    return [...this.market.relatedness.relatedTo(skills.textOf(skill))]
      .map(([related, strength]) => ({ skill: skills.find(related), strength }))
      .filter((related) => related.skill >= 0)
  }

  /** Returns the hours in the week of a Monday in which the windows of both postings overlap. */
  sharedWindowHours(other: Row, mondayMs: number): number {
    const { anchor } = this
    const by = this.#slotsAheadOf(anchor.weekZone, mondayMs) - this.#slotsAheadOf(other.weekZone, mondayMs)
    let week = this.#weeks.get(by)
    if (!week) {
      week = earlier(anchor.weekSlots, by)
      this.#weeks.set(by, week)
    }
    return sharedHours(week, other.weekSlots)
  }

  /** The clocks by which an offer attends sessions. */
  clocksOf(offer: Row): OfferClocks {
    const zoneOfDays = offer.timeZone
    const zoneOfWindows = offer.hasWeek ? offer.weekZone : zoneOfDays
    const key = zoneOfDays * ZONES + zoneOfWindows
    const known = this.#clocks.get(key)
    if (known) return known
    const { timeZones } = this.market.vocabulary
    const clocks = {
      ofDays: clockOf(timeZones.textOf(zoneOfDays)),
      ofWindows: clockOf(timeZones.textOf(zoneOfWindows)),
    }
    this.#clocks.set(key, clocks)
    return clocks
  }

  /** The stems by which candidates can match the anchor. */
  get wordTerms(): WordingTerms {
    if (!this.#wordTerms) throw new TypeError('no query was started')
    return this.#wordTerms
  }

  /** Returns how well the words of a candidate fit those of the anchor. */
  wording(candidate: Row): number {
    return this.anchorIsNeed ? this.words.withOffer(candidate) : this.words.withNeed(candidate)
  }

  /** See the gate `nothing_in_common`. */
  meets(candidate: Row): boolean {
    return this.anchorIsNeed ? this.words.meetsOffer(candidate) : this.words.meetsNeed(candidate)
  }

  get anchor(): Row {
    if (!this.#anchor) throw new TypeError('no query was started')
    return this.#anchor
  }

  #readWorkingPart(a: number, b: number, mondayMs: number): number {
    const { timeZones } = this.market.vocabulary
    return sharedWorkingHours(timeZones.textOf(a), timeZones.textOf(b), mondayMs).part
  }

  #slotsAheadOf(zone: number, mondayMs: number): number {
    const { timeZones } = this.market.vocabulary
    if (mondayMs !== this.mondayMs) return slotsAhead(timeZones.textOf(zone), mondayMs)
    const known = this.#slotsAhead.get(zone)
    return Number.isNaN(known)
      ? this.#slotsAhead.set(zone, slotsAhead(timeZones.textOf(zone), mondayMs))
      : known
  }
}

const WORKING_DAYS = 5
/** Larger than any zone number that a row can store. */
const ZONES = 1 << 16

/**
 * Returns the shared hours of two zones' working weeks: as hours a day, and as the part of the shorter week, in [0, 1].
 */
export function sharedWorkingHours(
  zone: string,
  otherZone: string,
  mondayMs: number,
): { part: number; hoursADay: number } {
  const ours = workingWeek(zone, mondayMs)
  const theirs = workingWeek(otherZone, mondayMs)
  const hours = sharedHours(ours, theirs)
  // Not simply eight hours: a zone with a quarter-hour offset has fewer whole half hours, even compared with itself.
  return { part: hours / Math.min(hoursOf(ours), hoursOf(theirs)), hoursADay: hours / WORKING_DAYS }
}

/**
 * Returns the largest shared part of two zones' working weeks in any week of the coming year. Tries all combinations of
 * their offsets, because clocks may change on different days.
 */
export function mostSharedPart(zone: string, otherZone: string, mondayMs: number): number {
  const key = `${zone} ${otherZone} ${mondayMs}`
  const known = mostShared.get(key)
  if (known !== undefined) return known
  let most = 0
  for (const ours of workingWeeksOfYear(zone, mondayMs))
    for (const theirs of workingWeeksOfYear(otherZone, mondayMs))
      most = Math.max(most, sharedHours(ours, theirs) / Math.min(hoursOf(ours), hoursOf(theirs)))
  if (mostShared.size >= MAX_CACHED_PAIRS) mostShared.clear()
  mostShared.set(key, most)
  return most
}

const MAX_CACHED_PAIRS = 100_000
const mostShared = new Map<string, number>()

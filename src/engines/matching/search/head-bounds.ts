import type { MatchContext } from '../context.ts'
import { freshnessAfter } from '../factors/freshness.ts'
import { FLAGS } from '../rows/flags.ts'
import {
  CONNECTION_SAME_PARTNER,
  HOURS_SHARE_OF_TIME,
  LEAST_HOURS_SHARE,
  TIME_WHEN_UNKNOWN,
} from '../weights.ts'
import { ReturnSignature } from './return-signature.ts'
import { greatest, RECORD, SIDE } from './traits.ts'

const ZONES = greatest(RECORD.zoneBits)
const TRACKS = greatest(RECORD.trackBits)
const DAYS = greatest(RECORD.dayBits)
const PARTNERS = greatest(SIDE.partnerBits)
const LANGUAGES = greatest(SIDE.languagesBits)
const HOURS = greatest(SIDE.hoursBits)
/** Days are stored in a counter that wraps around. A day this many days before the oldest one is in the future. */
const DAYS_TO_COME = 100

/** Upper bounds of a candidate's factors, from the head of its traits. */
export class HeadBounds {
  readonly #context: MatchContext
  readonly #returns = new ReturnSignature()
  #partner = 0
  #isOpenToNetwork = false
  #anchorHours = 0
  #anchorHasWeek = false
  #anchorHasSessions = false
  #anchorKnowsAnybody = false
  #isRemote = false
  #ignoresGates = false

  constructor(context: MatchContext) {
    this.#context = context
  }

  /** Reads the context's anchor. */
  read(ignoresGates: boolean): void {
    const { anchor, anchorIsNeed } = this.#context
    const { flags } = anchor
    this.#ignoresGates = ignoresGates
    this.#partner = anchor.partner
    this.#isOpenToNetwork = (flags & FLAGS.network) !== 0
    this.#anchorHours = anchor.hoursPerWeek
    this.#anchorHasWeek = anchor.hasWeek
    this.#anchorHasSessions = anchorIsNeed && anchor.isTimed
    this.#anchorKnowsAnybody = anchor.knownCount > 0
    this.#isRemote = anchorIsNeed && (flags & FLAGS.onsite) === 0
    this.#returns.read(this.#context)
  }

  freshness(record: number): number {
    const day = record >>> (RECORD.zoneBits + RECORD.trackBits)
    const age = (this.#context.today - day) & DAYS
    return freshnessAfter(age > DAYS - DAYS_TO_COME ? 0 : age)
  }

  /** How well the candidate's engagements ended. */
  trust(record: number): number {
    const track = (record >>> RECORD.zoneBits) & TRACKS
    return track === TRACKS ? 1 : this.#context.market.vocabulary.tracks.trust(track)
  }

  responsiveness(record: number): number {
    const track = (record >>> RECORD.zoneBits) & TRACKS
    return track === TRACKS ? 1 : this.#context.market.vocabulary.tracks.responsiveness(track)
  }

  /** What the helper gets. */
  helperReturn(fit: number, returns: number): number {
    return this.#returns.most(fit, returns)
  }

  place(fit: number, record: number): number {
    const zone = record & ZONES
    const worksRemotely = this.#context.anchorIsNeed ? this.#isRemote : (fit & FLAGS.onsite) === 0
    return worksRemotely && zone !== ZONES ? this.#context.mostWorkingPart(zone) : 1
  }

  connection(side: number): number {
    const knowsAnybody = (side & SIDE.knowsAnybody) !== 0
    if (!this.mayBeOfPartner(side)) return this.#anchorKnowsAnybody && knowsAnybody ? 1 : 0
    return this.#anchorKnowsAnybody || knowsAnybody ? 1 : CONNECTION_SAME_PARTNER
  }

  /** Returns whether the two may see and speak with each other. */
  mayMeet(side: number): boolean {
    if (this.#ignoresGates) return (side & SIDE.network) !== 0 || this.mayBeOfPartner(side)
    return this.#isVisible(side) && this.#speaks(side)
  }

  /** Returns -1 if the hours are too few. */
  time(side: number): number {
    const time = this.#timeOf(side)
    return time < 0 && this.#ignoresGates ? 1 : time
  }

  mayBeOfPartner(side: number): boolean {
    const partner = side & PARTNERS
    return partner === this.#partner || partner === PARTNERS
  }

  #isVisible(side: number): boolean {
    return (this.#isOpenToNetwork && (side & SIDE.network) !== 0) || this.mayBeOfPartner(side)
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
  #timeOf(side: number): number {
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

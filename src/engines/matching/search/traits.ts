import { int32At } from '../../../shared/item-at.ts'
import type { Point } from '../distance.ts'
import type { CompiledPosting } from '../rows/compiled-posting.ts'
import { FLAGS } from '../rows/flags.ts'
import type { Row } from '../rows/row.ts'
import { DEFAULT_MAX_DISTANCE_KM } from '../weights.ts'
import { latitudeBand, longitudeBand, NOWHERE } from './bands.ts'
import { writeSkillTraits } from './skill-traits.ts'

/**
 * A posting reduced to a few words, to check very many of them quickly: enough to exclude those that can't be eligible
 * or can't score enough. Sets of numbers (stems, causes) are stored as signatures, in which several numbers share a
 * bit: a missing number is certainly missing, a present one may be.
 */
export const TRAIT_WORDS = 13

export const TRAIT = {
  /** See `RECORD`. */
  record: 0,
  /** See `RETURNS`. */
  returns: 1,
  /** See `SIDE`. */
  side: 2,
  /** See `writeSkillTraits`. */
  skills: 3,
  /** A signature of 128 bits. */
  stems: 9,
} as const

/**
 * The trait that is checked first. Bits 0–3 are kinds as in `FLAGS`, all 0 if the pay is not fair or no position is
 * left; 4–6 are modalities, 7–9 organizations that pass all gates, and 10 is set for a posting with more than the usual
 * distance. Bands of latitude and longitude of the shared point follow.
 */
export const FIT = { wide: 1 << 10, latitudeShift: 11, longitudeShift: 21 } as const

/** Time zone, track record and day of posting, by number. The largest number of the first two stands for any. */
export const RECORD = { zoneBits: 9, trackBits: 12, dayBits: 11 } as const

/** Bits of an offer's causes or returns. For a need, its causes, and above them what it gives. */
export const RETURNS = { offer: 32, needCauses: 12, needGives: 20 } as const

/** Partner and languages by number, the largest standing for any; hours a week; and three flags. */
export const SIDE = {
  partnerBits: 16,
  network: 1 << 16,
  knowsAnybody: 1 << 17,
  /** Set for a need with sessions too. */
  hasWeek: 1 << 18,
  /**
   * 1 more than the hours, rounded towards more possible matches; 0 if unknown. The largest stands for that many or
   * more.
   */
  hoursShift: 19,
  hoursBits: 7,
  languagesShift: 26,
  languagesBits: 6,
} as const

/** Returns the largest number that fits in so many bits. */
export function greatest(bits: number): number {
  return (1 << bits) - 1
}

/** Writes the traits of a posting except `fit`, which is stored separately. */
export function writeTraits(row: Row, isNeed: boolean, traits: Int32Array, start: number): void {
  traits[start + TRAIT.record] = recordOf(row)
  traits[start + TRAIT.returns] = returnsOf(row, isNeed)
  traits[start + TRAIT.side] = sideOf(row, isNeed)
  writeSkillTraits(row, traits, start + TRAIT.skills)
  for (let word = TRAIT.stems; word < TRAIT_WORDS; word++) traits[start + word] = 0
  for (let at = 0; at < row.wordCount; at++) mark(traits, start + TRAIT.stems, bitOf(row.stem(at), 128))
}

function mark(traits: Int32Array, start: number, bit: number): void {
  const word = start + (bit >> 5)
  traits[word] = int32At(traits, word) | (1 << (bit & 31))
}

/** Returns the bit, of `bits`, that stands for a number: multiplicative hashing (Knuth, TAOCP 6.4). */
export function bitOf(number: number, bits: number): number {
  return Math.floor(((Math.imul(number, 0x9e3779b1) >>> 0) / 0x100000000) * bits)
}

function returnsOf(row: Row, isNeed: boolean): number {
  let bits = 0
  for (let at = 0; at < row.causeCount; at++)
    bits |= 1 << bitOf(row.cause(at), isNeed ? RETURNS.needCauses : RETURNS.offer)
  for (let at = 0; at < row.returnCount; at++) bits |= 1 << returnBit(row.returnSkill(at), isNeed)
  return bits
}

/** Returns the bit of a skill that a need gives or an offer wants in return. */
export function returnBit(skill: number, isNeed: boolean): number {
  return isNeed ? RETURNS.needCauses + bitOf(skill, RETURNS.needGives) : bitOf(skill, RETURNS.offer)
}

function recordOf(row: Row): number {
  const zone = Math.min(row.timeZone, greatest(RECORD.zoneBits))
  const track = Math.min(row.track, greatest(RECORD.trackBits))
  const day = row.postedDay & greatest(RECORD.dayBits)
  return zone | (track << RECORD.zoneBits) | (day << (RECORD.zoneBits + RECORD.trackBits))
}

function sideOf(row: Row, isNeed: boolean): number {
  return (
    Math.min(row.partner, greatest(SIDE.partnerBits)) |
    ((row.flags & FLAGS.network) !== 0 ? SIDE.network : 0) |
    (row.knownCount > 0 ? SIDE.knowsAnybody : 0) |
    (row.hasWeek || (isNeed && row.isTimed) ? SIDE.hasWeek : 0) |
    (hoursOf(row.hoursPerWeek, isNeed) << SIDE.hoursShift) |
    (Math.min(row.languages, greatest(SIDE.languagesBits)) << SIDE.languagesShift)
  )
}

/** Rounds down what a need wants and up what an offer has, so that no match is lost. */
function hoursOf(hoursPerWeek: number, isNeed: boolean): number {
  if (Number.isNaN(hoursPerWeek)) return 0
  return Math.min(greatest(SIDE.hoursBits), 1 + (isNeed ? Math.floor(hoursPerWeek) : Math.ceil(hoursPerWeek)))
}

/** Returns the trait `fit` of a posting. */
export function fitOf({ flags, maxDistanceKm, sharedPoint }: CompiledPosting): number {
  let bits = flags & FLAGS.modalities
  if ((flags & (FLAGS.fairPay | FLAGS.filled)) === FLAGS.fairPay) bits |= flags & FLAGS.kinds
  bits |= flags & (flags >>> FLAGS.unpaidShift) & FLAGS.organizations
  if (maxDistanceKm !== null && maxDistanceKm > DEFAULT_MAX_DISTANCE_KM) bits |= FIT.wide
  if (!sharedPoint) return bits | (NOWHERE << FIT.latitudeShift)
  return (
    bits |
    (latitudeBand(latitudeOf(sharedPoint)) << FIT.latitudeShift) |
    (longitudeBand(longitudeOf(sharedPoint)) << FIT.longitudeShift)
  )
}

/** Returns degrees north; NaN if unknown. */
export function latitudeOf({ z }: Point): number {
  return (Math.asin(Math.max(-1, Math.min(1, z))) * 180) / Math.PI
}

/** Returns degrees east; NaN if unknown. */
export function longitudeOf({ x, y }: Point): number {
  return (Math.atan2(y, x) * 180) / Math.PI
}

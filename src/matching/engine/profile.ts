import { dateMs, mondayMs } from './dates.ts'
import { type Point, placeNames, pointOf } from './distance.ts'
import type { Lexicon } from './lexicon.ts'
import type { MarketNeed, MarketOffer, SkillId } from './market.ts'
import { RecurringWeek } from './recurring-week.ts'
import { type Words, wordsOf } from './words.ts'

/** What both sides are compared by, worked out once when a posting comes in. */
interface Profile {
  words: Words
  /** Distinct. */
  skillIds: SkillId[]
  point: Point | null
  placeNames: string[]
  /** Null where no windows are given. */
  week: RecurringWeek | null
  /** Monday of the week it starts in (midnight UTC, ms); -Infinity without a start. */
  startMondayMs: number
}

export interface NeedProfile extends Profile {
  need: MarketNeed
}

export interface OfferProfile extends Profile {
  offer: MarketOffer
}

export function profileOfNeed(need: MarketNeed, lexicon: Lexicon): NeedProfile {
  return { need, ...profileOf(need, lexicon) }
}

export function profileOfOffer(offer: MarketOffer, lexicon: Lexicon): OfferProfile {
  return { offer, ...profileOf(offer, lexicon) }
}

function profileOf(posting: MarketNeed | MarketOffer, lexicon: Lexicon): Profile {
  const { availability, startsOn } = posting
  return {
    words: wordsOf(posting, lexicon),
    skillIds: [...new Set(posting.skills.map((one) => one.skill))],
    point: pointOf(posting.place),
    placeNames: placeNames(posting.place),
    week: availability?.windows.length ? new RecurringWeek(availability) : null,
    startMondayMs: startsOn === null ? Number.NEGATIVE_INFINITY : mondayMs(dateMs(startsOn)),
  }
}

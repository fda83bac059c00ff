/** All weights, defaults and thresholds of the engine. They are judgements, not measurements, unless a source is given. */

import type { FactorName } from './factors/factor-names.ts'
import type { Fit } from './fits.ts'
import type { Importance } from './postings.ts'

/**
 * Weights for the side that needs help. They sum to 1. Knowing how to do the work counts most. What the helper gets in
 * return does not count for this side.
 */
export const NEED_SIDE_WEIGHTS: Readonly<Record<FactorName, number>> = {
  skills: 0.4,
  wording: 0.12,
  meaning: 0.06,
  time: 0.1,
  place: 0.09,
  return: 0,
  trust: 0.09,
  responsiveness: 0.05,
  connection: 0.05,
  freshness: 0.04,
}

/** Weights for the side that helps. They sum to 1. What the helper gets in return counts most, then using their skills. */
export const OFFER_SIDE_WEIGHTS: Readonly<Record<FactorName, number>> = {
  skills: 0.22,
  wording: 0.07,
  meaning: 0.03,
  time: 0.1,
  place: 0.08,
  return: 0.32,
  trust: 0.08,
  responsiveness: 0.04,
  connection: 0.03,
  freshness: 0.03,
}

// Skills

/**
 * Part of the weight of skills that moves to words if the need's skills are only inferred. Meaning gets none of it,
 * because it already helps to infer the skills. Chosen on judged markets.
 */
export const MOVED_IF_INFERRED = 1 / 3
/** Weight of a wanted skill that only the need's words express, before its confidence. */
export const INFERRED_SKILL_WEIGHT = 0.6
/** Part of that weight beside posted skills, which take precedence. */
export const INFERRED_BESIDE_POSTED = 0.5
/** Upper bound of a hint's confidence: other skills of the text were surer. */
export const MOST_HINT_CONFIDENCE = 3 / 8
/** Weight of a wanted skill by importance. A missing `must` blocks the match; a `nice` only breaks ties. */
export const IMPORTANCE_WEIGHTS: Readonly<Record<Importance, number>> = { must: 1, should: 0.6, nice: 0.3 }
/** Minimum relatedness of a skill that covers a `must` skill. */
export const MUST_RELATEDNESS = 0.5
/** Subtracted for each level below the wanted one: an intermediate helper still does most of an advanced job. */
export const LEVEL_STEP_COST = 0.2
/** Estimate, for planning only: hours to learn a skill from nothing. */
export const ESTIMATED_HOURS_PER_MISSING_SKILL = 20
/** Estimate, for planning only: hours to rise by one level in a skill. */
export const ESTIMATED_HOURS_PER_LEVEL = 10

// Wording

/** A word in the title says more than one in the description. */
export const TITLE_WORD_COUNT = 3

// Meaning

/** `meaning` is 0 up to this likeness: more than half of all pairs are as near. Measured on judged markets. */
export const UNLIKE_MEANINGS = 0.1
/** `meaning` is 1 from this likeness on. */
export const ALIKE_MEANINGS = 0.8

// Fit

/**
 * The log odds that a pair is about the same work are `base` + `skills` × covered skills + `words` × words + `meanings` × meaning. A
 * logistic regression on the pairs of judged markets.
 */
export const TOPIC_ODDS = { base: -5.5, skills: 8, words: 13, meanings: 5.8 } as const
/** Counts as the meaning if nothing is known of either: then skills and words decide alone. */
export const UNKNOWN_MEANING = 0.4
/** Minimum topic of each fit, chosen on judged markets ("Fit and floor" in docs/design/matching.md). */
export const LEAST_TOPIC: Readonly<Record<Fit, number>> = { strong: 0.8, good: 0.6, possible: 0.4, weak: 0 }
/** Minimum topic of a pair that fills a short list. */
export const LEAST_TOPIC_OF_FILLING = 0.07
/** Such a pair must also reach this part of the best topic of the list: next to a strong match, a weak one is noise. */
export const FILLING_SHARE_OF_BEST = 0.15
/** A pair after the first rows of a list must reach this part of their best topic. Chosen on judged markets. */
export const FITTING_SHARE_OF_BEST = 0.6

/** Minimum `wording` for which shared words are displayed: weaker ones say nothing to a reader. */
export const LEAST_WORDING_SHOWN = 0.15

// Time

/** An offer of fewer than half the wanted hours is another kind of help. */
export const LEAST_HOURS_SHARE = 0.5
/** Half of `time` is the number of hours, half their position in the week, if both are known. */
export const HOURS_SHARE_OF_TIME = 0.5
/** Unknown times are neither good nor bad. */
export const TIME_WHEN_UNKNOWN = 0.5

// Place

/** Default maximum distance if neither side sets one: about an hour's drive. */
export const DEFAULT_MAX_DISTANCE_KM = 50
/** Below this, no distance is stated. */
export const NEARBY_KM = 1
/** Nobody is asked to raise a distance beyond this: an offer on site that is farther away is no near miss. */
export const MOST_KM_TO_ASK_FOR = 200
/** `place` halves with each such distance: a trip across town. */
export const PLACE_HALF_DISTANCE_KM = 15
/** Value if a place is unknown. Such pairs are blocked, but explained. */
export const PLACE_WHEN_UNKNOWN = 0.5
/** Ordinary local working hours, Monday to Friday, by which remote pairs are compared. */
export const WORKING_DAY_START_MINUTE = 9 * 60
export const WORKING_DAY_END_MINUTE = 17 * 60
/** A notice is given for fewer shared working hours a day than this. */
export const FEW_SHARED_HOURS_A_DAY = 2
/** A notice is given if other work leaves an offer at most this share of its hours. */
export const FEW_HOURS_LEFT_SHARE = 0.25
/** IUGG mean Earth radius R1 (Moritz, Geodetic Reference System 1980). */
export const EARTH_RADIUS_KM = 6371.0088

// Return

/** A volunteer who lists no causes helps anyone gladly, but less so than for a cause of their own. */
export const RETURN_VOLUNTEER_WITHOUT_CAUSES = 0.6
/** A volunteer lists causes, and none is shared. */
export const RETURN_VOLUNTEER_NO_SHARED_CAUSE = 0.3
/** An intern comes to learn; credit and stipend are the rest. */
export const LEARNING_SHARE_OF_INTERN_RETURN = 0.8
/** Value if the helper's side states nothing to compare with. */
export const RETURN_WHEN_UNKNOWN = 0.5
/** Value of a rate equal to the budget. Lower rates come closer to 1. */
export const RETURN_PAID_AT_BUDGET = 0.7
/** A rate at most this much above the budget still matches, with a notice: the two sides can agree on it. */
export const MOST_PERCENT_OVER_BUDGET = 15
/** Share of the budget. A rate this far below it is as good as any lower one. */
export const AMPLE_HEADROOM = 0.25

// Trust and responsiveness: the mean of a Beta posterior, (good + strength × prior) / (all + strength).

/** Most engagements are expected to end well. */
export const TRUST_PRIOR = 0.8
/** Strength of the prior, in engagements. */
export const TRUST_PRIOR_STRENGTH = 5
/** Most introductions are expected to be answered. */
export const RESPONSE_PRIOR = 0.7
/** Strength of the prior, in introductions. Lower, because answers are more frequent than engagements. */
export const RESPONSE_PRIOR_STRENGTH = 4
/** Hours after which an introduction expires. An answer this late … */
export const SLOW_ANSWER_HOURS = 72
/** … counts this much of an immediate one: better late than never. */
export const SLOW_ANSWER_SHARE = 0.5
/** A need whose deadline is at most this many hours away can't wait for an answer. This is the length of a sprint. */
export const URGENT_HOURS = 72

// Connection and freshness

/** Both belong to the same partner: they do not know each other, but both know the partner. */
export const CONNECTION_SAME_PARTNER = 0.5
/** A posting is half as likely to be current after this many days. */
export const FRESHNESS_HALF_LIFE_DAYS = 30

// Notices

/** How far ahead to check for expiring credentials if an engagement has no end date. */
export const CREDENTIAL_HORIZON_DAYS = 90

import { sharedWorkingHours } from '../../src/engines/matching/context.ts'
import { levelFit } from '../../src/engines/matching/coverage.ts'
import { mondayMs } from '../../src/engines/matching/dates.ts'
import { posteriorResponsiveness, posteriorTrust } from '../../src/engines/matching/track.ts'
import { hoursOf } from '../../src/engines/matching/week.ts'
import * as weights from '../../src/engines/matching/weights.ts'
import { DAY_MS } from '../../src/shared/time.ts'
import type { AskedNeed } from './engine-sql-asked.ts'
import { returnFactor } from './engine-sql-return.ts'
import { arrayText, LEVELS, MOST_SKILLS, skillLevel, weekBits } from './engine-sql-table.ts'

export type OwnFactors = Record<'trust' | 'responsiveness' | 'freshness', string>

/** Columns that both sides feel alike. */
export function sharedFactors(
  asked: AskedNeed,
): Record<'skills' | 'wording' | 'time' | 'place' | 'return' | 'connection', string> {
  const offerKnows = `${asked.value(asked.compiled.person, 'text')} = any (known)`
  const needKnows = `helper = any (${asked.value(arrayText(asked.need.connectedHelperIds), 'text[]')})`
  const partner = asked.value(asked.compiled.partner, 'text')
  return {
    skills: skillsFactor(asked),
    // From D to A: title and labels weigh as the engine has them.
    wording: `ts_rank('{${1 / weights.TITLE_WORD_COUNT}, 0, 0, 1}', words, ${asked.value(asked.words.all, 'tsquery')})`,
    time: timeFactor(asked),
    place: placeFactor(asked),
    return: returnFactor(asked),
    connection: `case when ${offerKnows} and ${needKnows} then 1
      when partner <> ${partner} then 0
      when ${offerKnows} or ${needKnows} then 1 else ${weights.CONNECTION_SAME_PARTNER} end`,
  }
}

/** Trust, responsiveness and freshness of the other side, as this side feels them. */
export function ownFactors(asked: AskedNeed, side: 'need' | 'offer'): OwnFactors {
  const today = Math.floor(asked.data.asOfMs / DAY_MS)
  const halfLives = (days: string) => `greatest(0, ${days}) / ${weights.FRESHNESS_HALF_LIFE_DAYS}::float8`
  if (side === 'offer')
    return {
      trust: 'trust',
      responsiveness: 'responsiveness',
      freshness: `power(0.5::float8, ${halfLives(`${asked.value(today, 'int')} - posted_day`)})`,
    }
  const age = Math.max(0, today - asked.compiled.postedDay)
  return {
    trust: asked.value(posteriorTrust(asked.need.track), 'float8'),
    responsiveness: asked.value(posteriorResponsiveness(asked.need.track), 'float8'),
    freshness: asked.value(0.5 ** (age / weights.FRESHNESS_HALF_LIFE_DAYS), 'float8'),
  }
}

function skillsFactor(asked: AskedNeed): string {
  const shares = asked.need.skills.map(
    ({ skill, importance }) =>
      weights.IMPORTANCE_WEIGHTS[importance] * asked.statistics.rarityOfSkill(asked.skillNumber(skill)),
  )
  const sum = shares.reduce((total, share) => total + share, 0)
  const parts = shares.map(
    (share, wanted) => `${asked.value(share / sum, 'float8')} * ${coverage(asked, wanted)}`,
  )
  return parts.length ? `least(1, ${parts.join(' + ')})` : '0::float8'
}

/** One look for each of an offer's skills into what skills of a level are worth to a wanted one. */
function coverage(asked: AskedNeed, wanted: number): string {
  const worth = new Array<number>(asked.data.skillIds.length * LEVELS).fill(0)
  for (const [skill, strength] of asked.near[wanted] ?? [])
    for (let level = 0; level < LEVELS; level++)
      worth[skillLevel(skill, level) - 1] = strength * levelFit(asked.need.skills[wanted]?.level ?? 0, level)
  const array = asked.value(arrayText(worth), 'float8[]')
  const looks = Array.from({ length: MOST_SKILLS }, (_, at) => `(${array})[skill_levels[${at + 1}]]`)
  return `coalesce(greatest(${looks.join(', ')}), 0)`
}

function timeFactor(asked: AskedNeed): string {
  const wanted = asked.need.hoursPerWeek
  const hours = wanted
    ? `case when hours is not null then least(1, hours / ${asked.value(wanted, 'float8')}) end`
    : 'null::float8'
  const windows = windowsFit(asked)
  return `coalesce(${weights.HOURS_SHARE_OF_TIME} * ${hours} + ${1 - weights.HOURS_SHARE_OF_TIME} * ${windows},
    ${hours}, ${windows}, ${weights.TIME_WHEN_UNKNOWN})`
}

function windowsFit(asked: AskedNeed): string {
  const { week, hoursPerWeek } = asked.compiled
  if (!week) return 'null::float8'
  const least = Math.min(hoursOf(week.slots), hoursPerWeek || Number.POSITIVE_INFINITY)
  const usable = `least(week_hours, nullif(hours, 0), ${asked.value(least, 'float8')})`
  const shared = `bit_count(week & ${asked.value(weekBits(week, asked.data.asOfMs), 'bit(336)')}) / 2.0::float8`
  return `case when week is not null then coalesce(least(1, ${shared} / nullif(${usable}, 0)), 0) end`
}

function placeFactor(asked: AskedNeed): string {
  const { asOfMs, timeZones } = asked.data
  if (asked.need.modality !== 'remote')
    return `power(0.5::float8, km / ${weights.PLACE_HALF_DISTANCE_KM}::float8)`
  const monday = Math.max(mondayMs(asOfMs), mondayMs((asked.compiled.startDay ?? 0) * DAY_MS))
  const parts = timeZones.map((zone) => sharedWorkingHours(asked.need.timeZone, zone, monday).part)
  return `(${asked.value(arrayText(parts), 'float8[]')})[zone]`
}

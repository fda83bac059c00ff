import { type SQL, sql } from 'drizzle-orm'
import {
  FLAGS,
  type Point,
  type Question,
  type ReadFactor,
  SCORE_RULES,
} from '../../../engines/matching/index.ts'
import { bits, number } from './sql-number.repository.ts'

const RULES = SCORE_RULES
const SAYS_WEEK = sql.raw('r.says & 2 <> 0')
const SAYS_KNOWN = sql.raw('r.says & 4 <> 0')

/** Returns upper bounds of the factors for a row `r`, except skills and words. `time` is null if its gate is shut. */
export function boundOfFactors(
  question: Question,
  isOwn: SQL,
): Record<Exclude<ReadFactor, 'skills' | 'wording'>, SQL> {
  return {
    return: returnOf(question),
    trust: sql`r.trust`,
    responsiveness: sql`r.responsiveness`,
    connection: connectionOf(question, isOwn),
    freshness: sql`power(0.5::float8, greatest(0, ${bits(question.today)} - r.posted_day) / ${number(RULES.freshnessHalfLifeDays)})`,
    place: placeOf(question, isOwn),
    time: timeOf(question),
  }
}

export function meetsInPerson({ side, meetsInPerson: isAnchor }: Question): SQL {
  return side === 'offer' ? sql.raw(String(isAnchor)) : sql`r.flags & ${bits(FLAGS.onsite)} <> 0`
}

/**
 * Returns a lower bound of the distance between the two, 0 if unknown. Within a partner, own points are compared if
 * both are known. Subtracts one kilometre, because rows in memory have points in single precision.
 */
export function distanceKm(
  { side, place, ownPlace, meetsInPerson: isAnchor }: Question,
  isOwn: SQL,
): SQL | null {
  if (!place || (side === 'offer' && !isAnchor)) return null
  const to = (point: Point, [x, y, z]: readonly [string, string, string]) => {
    const of = (column: string, at: number) => sql`power(r.${sql.raw(column)} - ${number(at)}, 2)`
    return sql`sqrt(${of(x, point.x)} + ${of(y, point.y)} + ${of(z, point.z)})`
  }
  const shared = to(place, ['x', 'y', 'z'])
  const chord = ownPlace
    ? sql`case when ${isOwn} and r.own_z is not null then ${to(ownPlace, ['own_x', 'own_y', 'own_z'])} else ${shared} end`
    : shared
  return sql`greatest(0, coalesce(${number(RULES.earthRadiusKm)} * (${chord}) - 1, 0))`
}

function placeOf(question: Question, isOwn: SQL): SQL {
  const km = distanceKm(question, isOwn)
  const near = km ? sql`power(0.5::float8, ${km} / ${number(RULES.placeHalfDistanceKm)})` : number(1)
  const cases = question.zones.map(({ timeZone, most }) => sql`when ${timeZone}::text then ${number(most)}`)
  const remote = cases.length === 0 ? number(1) : sql`case r.time_zone ${sql.join(cases, sql` `)} else 1 end`
  return sql`case when ${meetsInPerson(question)} then ${near} else ${remote} end`
}

function connectionOf({ knowsAnybody }: Question, isOwn: SQL): SQL {
  const ofOne = knowsAnybody
    ? number(1)
    : sql`case when ${SAYS_KNOWN} then 1 else ${number(RULES.connectionSamePartner)} end`
  const ofTwo = knowsAnybody ? sql`case when ${SAYS_KNOWN} then 1 else 0 end` : sql`0`
  return sql`case when ${isOwn} then ${ofOne} else ${ofTwo} end::float8`
}

function timeOf({ side, hours, hasWeek, hasSessions, ignoresGates }: Question): SQL {
  const windows = side === 'need' ? SAYS_WEEK : hasSessions ? sql`true` : hasWeek ? SAYS_WEEK : sql`false`
  const unknown = sql`case when ${windows} then 1 else ${number(RULES.timeWhenUnknown)} end`
  if (hours === null) return unknown
  if (hours === 0) return sql`case when r.hours is null then ${unknown} else 1 end::float8`
  const [wanted, offered] = side === 'offer' ? [number(hours), sql`r.hours`] : [sql`r.hours`, number(hours)]
  const share = sql`least(1, ${offered} / nullif(${wanted}, 0))`
  const half = number(RULES.hoursShareOfTime)
  return sql`case when r.hours is null then ${unknown}
    when ${offered} < ${wanted} * ${number(RULES.leastHoursShare)} then ${ignoresGates ? sql`1` : sql`null`}
    when ${wanted} = 0 then 1
    when ${windows} then ${half} * ${share} + 1 - ${half} else ${share} end::float8`
}

/** Returns the upper bound of `return`, by the kind of the offer. */
function returnOf(question: Question): SQL {
  const { side, returns } = question
  const values: [number, SQL][] = [
    [FLAGS.volunteer, ofVolunteer(question)],
    [FLAGS.intern, ofIntern(question)],
    [FLAGS.barter, ofBarter(question)],
  ]
  if (side === 'need') return values.find(([kind]) => (returns.kinds & kind) !== 0)?.[1] ?? ofPaid(question)
  const cases = values.map(([kind, value]) => sql`when r.flags & ${bits(kind)} <> 0 then ${value}`)
  return sql`case ${sql.join(cases, sql` `)} else ${ofPaid(question)} end`
}

function ofVolunteer({ side, returns: { causes } }: Question): SQL {
  const without = number(RULES.returnVolunteerWithoutCauses)
  if (side === 'need' && causes === 0) return without
  const shared = sql`case when r.causes & ${bits(causes)} <> 0 then 1 else ${number(RULES.returnVolunteerNoSharedCause)} end`
  return side === 'need' ? shared : sql`case when r.causes = 0 then ${without} else ${shared} end`
}

/** What a need teaches is in its skills, which are not compared with goals here. */
function ofIntern({ side, returns: { taught, nearTaught, nearestTaught } }: Question): SQL {
  if (side === 'need') return number(1)
  const share = number(RULES.learningShareOfInternReturn)
  const learning = sql`case when r.return_count = 0 then ${number(RULES.returnWhenUnknown)} else ${partMet(taught, nearTaught, nearestTaught)} end`
  return sql`${share} * (${learning}) + 1 - ${share}`
}

function ofBarter({ side, returns: { exact, near, nearest } }: Question): SQL {
  if (side === 'offer') {
    if (exact === 0) return number(0)
    return sql`case when r.return_count = 0 then ${number(RULES.returnWhenUnknown)} else ${partMet(exact, near, nearest)} end`
  }
  // The question contains what the offer wants, so one match among it is enough.
  const met = sql`case when r.returns & ${bits(exact)} <> 0 then 1 when r.returns & ${bits(near)} <> 0 then ${number(nearest)} else 0 end::float8`
  return sql`case when r.return_count = 0 then 0 else ${exact === 0 ? number(RULES.returnWhenUnknown) : met} end`
}

/** Returns the mean over what a candidate wants. Each of its bits stands for at least one want. */
function partMet(exact: number, near: number, nearest: number): SQL {
  const count = (mask: number) => sql`bit_count((r.returns & ${bits(mask)})::bit(32))`
  return sql`(r.return_count - ${count(~(exact | near))} - ${number(1 - nearest)} * ${count(near & ~exact)}) / r.return_count`
}

export function isPaid({ side, returns }: Question): SQL {
  return side === 'offer'
    ? sql`r.flags & ${bits(FLAGS.paid)} <> 0`
    : sql.raw(String((returns.kinds & FLAGS.paid) !== 0))
}

/** Returns whether both amounts are in one currency and one unit. */
export function isComparable({ returns: { currency, byHour } }: Question): SQL {
  return sql`r.currency = ${currency}::text and r.flags & ${bits(FLAGS.byHour)} = ${bits(byHour)}`
}

function ofPaid(question: Question): SQL {
  const { side, returns } = question
  if (returns.amount === null) return number(side === 'offer' ? RULES.returnWhenUnknown : 1)
  const [cost, budget] =
    side === 'offer' ? [sql`r.amount`, number(returns.amount)] : [number(returns.amount), sql`r.amount`]
  const at = number(RULES.returnPaidAtBudget)
  // A budget of 0 can't be a divisor. Amounts in different units have no bound.
  return sql`case when r.amount is null or r.currency <> ${returns.currency}::text then ${number(RULES.returnWhenUnknown)}
    when not (${isComparable(question)} and ${budget} > 0) then 1
    when ${cost} > ${budget} then ${at} * ${budget} / nullif(${cost}, 0)
    else ${at} + (1 - ${at}) * least(1, (${budget} - ${cost}) / nullif(${budget}, 0) / ${number(RULES.ampleHeadroom)}) end`
}

import { MAX_SHIFT_KM, type Point } from '../../src/engines/matching/distance.ts'
import { FLAGS } from '../../src/engines/matching/rows/flags.ts'
import { IMPORTANCES } from '../../src/engines/matching/rows/importances.ts'
import { latitudeOf, longitudeOf } from '../../src/engines/matching/search/traits.ts'
import * as weights from '../../src/engines/matching/weights.ts'
import { DAY_MS } from '../../src/shared/time.ts'
import type { AskedNeed } from './engine-sql-asked.ts'
import { arrayText } from './engine-sql-table.ts'

/** What finds candidates: a skill near a wanted one, or a word in the title; and where the work is. */
export function candidates(asked: AskedNeed): string[] {
  const opening = `title_words @@ ${asked.value(asked.words.opening, 'tsquery')}`
  const near = [...new Set(asked.near.flatMap((skills) => [...skills.keys()]))]
  const found = near.length ? `(skills && ${asked.value(arrayText(near), 'int[]')} or ${opening})` : opening
  return [found, ...mustSkills(asked), ...reachable(asked)]
}

function mustSkills(asked: AskedNeed): string[] {
  return asked.compiled.skills.flatMap(({ importance }, at) => {
    if (IMPORTANCES[importance] !== 'must') return []
    const near = [...(asked.near[at] ?? [])].filter(([, strength]) => strength >= weights.MUST_RELATEDNESS)
    return [`skills && ${asked.value(arrayText(near.map(([skill]) => skill)), 'int[]')}`]
  })
}

/** A box around the need that its index knows, a little larger than the farthest reach. */
function reachable(asked: AskedNeed): string[] {
  if (asked.need.modality === 'remote') return []
  const { partner, sharedPoint } = asked.compiled
  const names = `(${sameCity(asked)} or ${samePostalCode(asked)})`
  if (!sharedPoint) return [names]
  const km = asked.need.maxDistanceKm ?? Math.max(weights.DEFAULT_MAX_DISTANCE_KM, asked.statistics.mostKm)
  const others = `location <@ ${asked.value(boxAround(sharedPoint, km), 'box')}`
  const own = `location <@ ${asked.value(boxAround(sharedPoint, km + 2 * MAX_SHIFT_KM), 'box')}`
  const isOwn = `partner = ${asked.value(partner, 'text')}`
  return [`(${others} or ${isOwn} and ${own} or location is null and ${names})`]
}

function boxAround(point: Point, km: number): string {
  const [lat, lon] = [latitudeOf(point), longitudeOf(point)]
  const high = km / 110
  const wide = high / Math.cos((Math.abs(lat) + high) * (Math.PI / 180))
  return `(${lon + wide},${lat + high}),(${lon - wide},${lat - high})`
}

export function gateConditions(asked: AskedNeed): string[] {
  const { flags, partner, person } = asked.compiled
  const { languages, hoursPerWeek, blockedHelperIds, deadlineAtMs } = asked.need
  const { asOfMs } = asked.data
  const groups = [FLAGS.kinds, FLAGS.modalities, FLAGS.organizations, FLAGS.unpaid, FLAGS.fairPay]
  return [
    ...groups.map((group) => `flags & ${asked.value(flags & group, 'int')} <> 0`),
    `(partner = ${asked.value(partner, 'text')} or flags & ${asked.value(flags & FLAGS.network, 'int')} <> 0)`,
    `helper <> all (${asked.value(arrayText(blockedHelperIds), 'text[]')})`,
    `${asked.value(person, 'text')} <> all (blocked)`,
    `${startDay(asked)} <= least(${asked.value(asked.compiled.endDay, 'int')}, end_day, 2147483647)`,
    asked.value(!((deadlineAtMs ?? Number.POSITIVE_INFINITY) <= asOfMs), 'bool'),
    ...(languages.length
      ? [`(languages = '{}' or languages && ${asked.value(arrayText(languages), 'text[]')})`]
      : []),
    ...(hoursPerWeek
      ? [`coalesce(hours >= ${asked.value(hoursPerWeek * weights.LEAST_HOURS_SHARE, 'float8')}, true)`]
      : []),
    ...asked.need.requires.map((requirement) => holds(asked, requirement)),
  ]
}

function startDay(asked: AskedNeed): string {
  const today = Math.floor(asked.data.asOfMs / DAY_MS)
  return `greatest(${asked.value(Math.max(today, asked.compiled.startDay ?? today), 'int')}, start_day)`
}

function holds(asked: AskedNeed, requirement: string): string {
  return `exists (select from unnest(held, held_until) as one (requirement, until)
    where requirement = ${asked.value(requirement, 'text')} and coalesce(until >= ${startDay(asked)}, true))`
}

/** Those that ask for a column that is worked out. */
export function lateGateConditions(asked: AskedNeed): string[] {
  const most = `${budgetValue(asked)} * ${100 + weights.MOST_PERCENT_OVER_BUDGET}`
  const affordable = `(flags & ${FLAGS.paid} = 0 or coalesce(cost * 100 <= ${most}, true))`
  if (asked.need.modality === 'remote') return [affordable]
  const maxKm = asked.value(asked.need.maxDistanceKm, 'float8')
  return [affordable, `km <= coalesce(least(max_km, ${maxKm}), ${weights.DEFAULT_MAX_DISTANCE_KM})`]
}

function budgetValue(asked: AskedNeed): string {
  return asked.value(asked.compiled.amountMinor, 'float8')
}

/** Great-circle distance by the straight one; null where nothing can be said. Partners meet at their shared points. */
export function km(asked: AskedNeed): string {
  if (asked.need.modality === 'remote') return 'null::float8'
  const { partner, point, sharedPoint } = asked.compiled
  const exact = kmBetween(asked, point, '')
  const shared = kmBetween(asked, sharedPoint, 'shared_')
  const named = `case when ${sameCity(asked)} then 0::float8 end`
  const coded = `case when ${samePostalCode(asked)} then 0::float8 end`
  const isOwn = `partner = ${asked.value(partner, 'text')}`
  return `case when ${isOwn} then coalesce(${exact}, ${shared}, ${named}, ${coded}) else coalesce(${shared}, ${named}) end`
}

/** Null where either has no point. */
function kmBetween(asked: AskedNeed, point: Point | null, columns: '' | 'shared_'): string {
  if (!point) return 'null::float8'
  const squares = (['x', 'y', 'z'] as const).map((axis) => {
    const difference = `(${columns}${axis} - ${asked.value(point[axis], 'float8')})`
    return `${difference} * ${difference}`
  })
  const chord = `sqrt(${squares.join(' + ')})`
  // `least` passes over null.
  return `case when ${columns}x is not null then ${2 * weights.EARTH_RADIUS_KM} * asin(least(1, ${chord} / 2)) end`
}

function sameCity(asked: AskedNeed): string {
  const { city, region } = asked.compiled
  return `coalesce(city = ${asked.value(city, 'text')} and coalesce(region = ${asked.value(region, 'text')}, true), false)`
}

function samePostalCode(asked: AskedNeed): string {
  return `coalesce(postal_code = ${asked.value(asked.compiled.postalCode, 'text')}, false)`
}

/** A paid rate in the unit of the budget; null where they can't be compared. */
export function cost(asked: AskedNeed): string {
  if (!asked.need.budget) return 'null::float8'
  const { flags, currency } = asked.compiled
  const hours = asked.value(asked.totalHours, 'float8')
  const [ours, theirs] = flags & FLAGS.byHour ? [`amount / ${hours}`, '<>'] : [`amount * ${hours}`, '=']
  return `case when currency <> ${asked.value(currency, 'text')} then null
    when flags & ${FLAGS.byHour} ${theirs} 0 then amount else ${ours} end`
}

import { FLAGS } from '../../src/engines/matching/rows/flags.ts'
import * as weights from '../../src/engines/matching/weights.ts'
import type { AskedNeed } from './engine-sql-asked.ts'
import { arrayText, MOST_RETURNS } from './engine-sql-table.ts'

/** What the helper gets, as the factor `return` has it. */
export function returnFactor(asked: AskedNeed): string {
  return `case when flags & ${FLAGS.volunteer} <> 0 then ${forVolunteer(asked)}
    when flags & ${FLAGS.intern} <> 0 then ${forIntern(asked)}
    when flags & ${FLAGS.barter} <> 0 then ${forBarter(asked)}
    else ${forPaid(asked)} end`
}

function forVolunteer(asked: AskedNeed): string {
  return `case when causes = '{}' then ${weights.RETURN_VOLUNTEER_WITHOUT_CAUSES}
    when causes && ${asked.value(arrayText(asked.need.causes), 'text[]')} then 1
    else ${weights.RETURN_VOLUNTEER_NO_SHARED_CAUSE} end`
}

function forIntern(asked: AskedNeed): string {
  const { flags, amountMinor, currency } = asked.compiled
  const unknown = weights.RETURN_WHEN_UNKNOWN
  const hours = asked.totalHours
  const budget =
    amountMinor === null || (flags & FLAGS.byHour) === 0 ? amountMinor : hours && amountMinor * hours
  const near = strengths(asked, asked.near)
  const goals = everyReturn((at) => `coalesce((${near})[returns[${at}]], 0)`)
  const learning = `case when returns = '{}' then ${unknown} else (${goals}) / cardinality(returns) end`
  const credit = `case when not coalesce(credit_hours > 0, false) then 1
    else coalesce(${asked.value(hours, 'float8')} / credit_hours, ${unknown}) end`
  const stipend = `case when not coalesce(amount > 0, false) then 1
    when currency <> ${asked.value(currency, 'text')} then ${unknown}
    else coalesce(${asked.value(budget, 'float8')} / amount, ${unknown}) end`
  const share = weights.LEARNING_SHARE_OF_INTERN_RETURN
  return `${share} * (${learning}) + ${1 - share} * least(1, ${credit}, ${stipend})`
}

function forBarter(asked: AskedNeed): string {
  const { gives } = asked.need
  if (gives.length === 0) return '0'
  const given = gives.map(({ skill, hoursPerWeek }) => ({
    near: strengths(asked, [asked.nearTo(skill)]),
    hours: hoursPerWeek === null ? null : asked.value(hoursPerWeek, 'float8'),
  }))
  const best = (at: number) => {
    const each = given.map(({ near, hours }) => {
      const enough = `least(1, coalesce(${hours} / nullif(return_hours[${at}], 0), 1))`
      return hours === null ? `(${near})[returns[${at}]]` : `(${near})[returns[${at}]] * ${enough}`
    })
    return `coalesce(greatest(${each.join(', ')}), 0)`
  }
  return `case when returns = '{}' then ${weights.RETURN_WHEN_UNKNOWN}
    else (${everyReturn(best)}) / cardinality(returns) end`
}

/** By skill, the greatest strength in any of some lists of near ones. */
function strengths(asked: AskedNeed, lists: readonly Map<number, number>[]): string {
  const strengths = asked.data.skillIds.map((_, at) =>
    Math.max(0, ...lists.map((near) => near.get(at + 1) ?? 0)),
  )
  return asked.value(arrayText(strengths), 'float8[]')
}

function forPaid(asked: AskedNeed): string {
  const unknown = weights.RETURN_WHEN_UNKNOWN
  if (!asked.need.budget) return `${unknown}`
  const [budget, full] = [asked.value(asked.compiled.amountMinor, 'float8'), weights.RETURN_PAID_AT_BUDGET]
  const room = `least(1, (${budget} - cost) / nullif(${budget}, 0) / ${weights.AMPLE_HEADROOM})`
  return `case when cost is null then ${unknown}
    when cost > ${budget} then ${full} * ${budget} / cost
    else ${full} + ${1 - full} * coalesce(${room}, 0) end`
}

function everyReturn(term: (at: number) => string): string {
  return Array.from({ length: MOST_RETURNS }, (_, at) => term(at + 1)).join(' + ')
}

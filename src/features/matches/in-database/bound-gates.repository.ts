import { type SQL, sql } from 'drizzle-orm'
import { type Question, SCORE_RULES } from '../../../engines/matching/index.ts'
import { distanceKm, isComparable, isPaid, meetsInPerson } from './bound-factors.repository.ts'
import { bits, number } from './sql-number.repository.ts'

/** Returns the gates' conditions as far as a row contains their facts. Unknown facts pass. */
export function isOpenTo(question: Question, isOwn: SQL): SQL {
  const { flagGroups, flagsOfOthers, days, languages } = question
  const isSeen =
    flagsOfOthers === null
      ? isOwn
      : sql`(${isOwn} or r.flags & ${bits(flagsOfOthers)} = ${bits(flagsOfOthers)})`
  const seen = [
    isSeen,
    ...flagGroups.map((group) => sql`r.flags & ${bits(group)} <> 0`),
    sql`r.ends_day >= ${bits(days.from)} and r.starts_day <= ${bits(days.until)}`,
  ]
  const open = [sql`r.languages & ${bits(languages)} <> 0`, isPaidFor(question), isNear(question, isOwn)]
  return sql.join(question.ignoresGates ? seen : [...seen, ...open], sql` and `)
}

/** The rate is not too far above the budget, if both have the same unit. */
function isPaidFor(question: Question): SQL {
  const { side, returns } = question
  const most = 1 + SCORE_RULES.mostPercentOverBudget / 100
  if (returns.amount === null) return sql`true`
  const isTooMuch =
    side === 'offer'
      ? sql`r.amount > ${number(returns.amount * most + 1)}`
      : sql`${number(returns.amount)} > r.amount * ${number(most)} + 1`
  return sql`not coalesce(${isPaid(question)} and ${isComparable(question)} and ${isTooMuch}, false)`
}

/** The distance is within the smaller limit of both sides. */
function isNear(question: Question, isOwn: SQL): SQL {
  const km = distanceKm(question, isOwn)
  if (!km) return sql`true`
  const own = question.maxKm === null ? sql`` : sql`, ${number(question.maxKm)}`
  const reach = sql`coalesce(least(r.max_km${own}), ${number(SCORE_RULES.defaultMaxKm)})`
  return sql`(not ${meetsInPerson(question)} or ${km} <= ${reach})`
}

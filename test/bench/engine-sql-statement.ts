import { withoutMeaning } from '../../src/engines/matching/factor-weights.ts'
import type { MarketNeed } from '../../src/engines/matching/postings.ts'
import * as weights from '../../src/engines/matching/weights.ts'
import { TOP } from './engine-run.ts'
import { AskedNeed, type TableStatistics, type WordQueries } from './engine-sql-asked.ts'
import { type OwnFactors, ownFactors, sharedFactors } from './engine-sql-factors.ts'
import { candidates, cost, gateConditions, km, lateGateConditions } from './engine-sql-gates.ts'
import { type TableData, wordlessCompiler } from './engine-sql-table.ts'

export interface Statement {
  text: string
  values: unknown[]
}

/**
 * The engine's ranking of offers for a need as one statement: every gate is a condition, every factor a column, the
 * score their harmonic mean. Its text depends on what the need says at all, its values on what that is.
 */
export function createStatementWriter(data: TableData, statistics: TableStatistics) {
  const compiler = wordlessCompiler(data)
  return (need: MarketNeed, words: WordQueries): Statement =>
    writeStatement(new AskedNeed(need, words, { data, statistics, compiler }))
}

/** Subqueries with `offset 0` are not merged, so nothing is worked out twice. */
function writeStatement(asked: AskedNeed): Statement {
  const factors = sharedFactors(asked)
  const columns = Object.entries(factors).map(([name, value]) => `${value} as ${name}_factor`)
  const hasSkills = asked.near.length > 0
  const text = `
    select id, round((2 * a * b / nullif(a + b, 0))::numeric, 6)::float8 as score from (
      select id,
        ${utility(weights.NEED_SIDE_WEIGHTS, hasSkills, ownFactors(asked, 'offer'))} as a,
        ${utility(weights.OFFER_SIDE_WEIGHTS, hasSkills, ownFactors(asked, 'need'))} as b
      from (
        select id, trust, responsiveness, posted_day, ${columns.join(',\n')} from (
          select *, ${km(asked)} as km, ${cost(asked)} as cost from offers
          where ${[...candidates(asked), ...gateConditions(asked)].join('\n and ')}
          offset 0
        ) as reachable where ${lateGateConditions(asked).join(' and ')}
        offset 0
      ) as eligible
      offset 0
    ) as felt order by score desc, id collate "C" limit ${TOP}`
  return { text, values: asked.values }
}

/** A side's weighted mean; without skills to look for, their weight is on the words. Postgres knows no meanings. */
function utility(of: typeof weights.NEED_SIDE_WEIGHTS, hasSkills: boolean, own: OwnFactors): string {
  const { meaning: _, ...known } = withoutMeaning(of)
  const weighted = hasSkills ? known : { ...known, skills: 0, wording: known.wording + known.skills }
  const isOwn = (name: string): name is keyof OwnFactors => Object.hasOwn(own, name)
  const parts = Object.entries(weighted).map(
    ([name, weight]) => `${weight} * ${isOwn(name) ? own[name] : `${name}_factor`}`,
  )
  return parts.join(' + ')
}

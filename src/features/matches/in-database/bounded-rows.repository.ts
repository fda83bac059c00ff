import { type SQL, sql } from 'drizzle-orm'
import {
  type AskedSkill,
  answeredBy,
  bitOfText,
  type Finders,
  type NearSkill,
  numberOf,
  type Question,
  READ_FACTORS,
  type Reach,
  SCORE_RULES,
  type SignatureOf,
} from '../../../engines/matching/index.ts'
import { idToUuid, type PartnerId } from '../../../shared/ids.ts'
import { boundOfFactors } from './bound-factors.repository.ts'
import { isOpenTo } from './bound-gates.repository.ts'
import { marketOf } from './market-of.ts'
import { needSearchRows, offerSearchRows } from './search-rows.table.ts'
import { number } from './sql-number.repository.ts'

type Side = 'need' | 'offer'
/** If more than this share of the market is found, the rows are scanned instead of using the index. */
const MOST_FOUND_BY_INDEX = 0.2

/**
 * Returns a query for the rows that these skills and words find and that may reach any of `reaches`, each with upper
 * bounds of its topic and score. Words are evaluated last, and only for rows that could reach enough with all of them.
 */
export function boundedRows(
  question: Question,
  asked: { finders: Finders; reaches: readonly Reach[]; partnerId: PartnerId },
): SQL {
  const { side, skills, words, mostWording } = question
  const { finders, reaches, partnerId } = asked
  const isOwn = sql`r.partner_id = ${idToUuid(partnerId)}::uuid`
  const best = skills.map((one, at) => sql`${bestOf(one)} as ${sql.raw(`b${at}`)}`)
  const factors = Object.entries(boundOfFactors(question, isOwn)).map(
    ([name, value]) => sql`${value} as ${sql.raw(`f_${name}`)}`,
  )
  const mean = sum(skills.map(({ share }, at) => sql`${number(share)} * ${sql.raw(`b${at}`)}`))
  const most = sql`greatest(0, ${sql.join([sql`0`, ...skills.map((_, at) => sql.raw(`b${at}`))], sql`, `)})::float8`
  const covered = side === 'offer' ? mean : most
  const share = sum(
    words.map(({ stem, most }) => sql`case when ${bit('words', stem)} then ${number(most)} else 0 end`),
  )
  const unread = number(answeredBy(mostWording))
  const read = sql`1 - power(1 - least(${number(mostWording)}, ${share}), 5)`
  // OFFSET keeps the planner from computing an expression again at each place that uses it.
  return sql`
    select partner_id, id, topic, bound from (
      select partner_id, id, f_skills, f_wording, ${topicOf(question, sql`f_wording`)} as topic, ${scoreOf(question, sql`f_wording`)} as bound from (
        select *, ${read} as f_wording from (
          select *, ${covered} as f_skills from (
            select r.partner_id, r.id, r.says, r.word_bits, ${sql.join([...best, ...factors], sql`, `)}
            from ${tableOf(side)} r
            where r.market = ${marketOf(partnerId)}::uuid and ${isOpenTo(question, isOwn)} and ${isFound(finders)}${hasMust(question)}
            offset 0) single where f_time is not null offset 0) unread
        where ${reachesAny(reaches, topicOf(question, unread), scoreOf(question, unread))} offset 0) read offset 0) bounded
    where (f_skills > 0 or f_wording > 0) and (${reachesAny(reaches, sql`topic`, sql`bound`)})`
}

export function tableOf(side: Side) {
  return side === 'need' ? needSearchRows : offerSearchRows
}

function reachesAny(reaches: readonly Reach[], topic: SQL, bound: SQL): SQL {
  const each = reaches.map(
    (one) =>
      sql`${topic} >= ${number(one.topic - SCORE_RULES.rounding)} and ${bound} >= ${number(one.score)}`,
  )
  return sql.join(each, sql` or `)
}

/** If very many rows are found, comparing lists of numbers costs more than computing the bounds. */
function isFound({ skills, words, share }: Finders): SQL {
  if (share > MOST_FOUND_BY_INDEX) return sql`true`
  const any = (texts: readonly string[]) => sql`${sql.param(texts.map(numberOf))}::int[]`
  if (words.length === 0) return sql`r.skills && ${any(skills)}`
  return sql`(r.skills && ${any(skills)} or r.found_by && ${any(words)})`
}

/** Requires each `must` skill at any level (see the gate of missing skills). */
function hasMust({ ignoresGates, skills }: Question): SQL {
  const musts = skills.filter(({ isMust }) => isMust && !ignoresGates)
  const conditions = musts.map(({ near }) => {
    const enough = near.filter(({ strength }) => strength >= SCORE_RULES.mustRelatedness)
    return sql` and (${sql.join(
      enough.map(({ skill }) => bit('skills', skill)),
      sql` or `,
    )})`
  })
  return sql.join(conditions)
}

function bit(of: SignatureOf, text: string): SQL {
  const column = of === 'words' ? 'word_bits' : 'r.skill_bits'
  return sql.raw(`get_bit(${column}, ${bitOfText(of, text)}) = 1`)
}

/** Returns how near a candidate's nearest skill is. */
function bestOf({ near }: AskedSkill): SQL {
  const nearest = [...near].sort((a, b) => b.strength - a.strength)
  const cases = nearest.map((one) => sql`when ${bit('skills', one.skill)} then ${strengthOf(one)}`)
  return sql`case ${sql.join(cases, sql` `)} else 0 end`
}

function strengthOf({ strength, grades }: NearSkill): SQL {
  const last = grades.at(-1)
  if (!last) return number(strength)
  const cases = grades
    .slice(0, -1)
    .map((one) => sql`when ${bit('skills', one.stored)} then ${number(one.strength)}`)
  return sql`case ${sql.join(cases, sql` `)} else ${number(last.strength)} end`
}

/** Returns the upper bound of the topic (see `topicFrom`). */
function topicOf({ hasMeaning }: Question, wording: SQL): SQL {
  const { topicOdds, unknownMeaning } = SCORE_RULES
  const { base, skills, words, meanings } = topicOdds
  const meant = hasMeaning
    ? sql`${number(unknownMeaning)} + ${number(1 - unknownMeaning)} * (says & 1)`
    : number(unknownMeaning)
  const odds = sql`${number(base)} + ${number(skills)} * f_skills + ${number(words)} * ${wording} + ${number(meanings)} * (${meant})`
  return sql`1 / (1 + exp(-(${odds})))`
}

/** Returns the upper bound of the score for any of the weights: the harmonic mean of both sides. */
function scoreOf({ side, lines }: Question, wording: SQL): SQL {
  const bounds = lines.map(({ wanted, hasMeaning, need, offer }) => {
    const of = ({ rest, weights }: typeof need) => {
      const terms = READ_FACTORS.flatMap((name) => {
        const value = name === 'wording' ? wording : sql.raw(`f_${name}`)
        return weights[name] ? [sql`${number(weights[name])} * ${value}`] : []
      })
      return sql`nullif(${sum([number(rest), ...terms])}, 0)`
    }
    // The harmonic mean is 2 / (1 / a + 1 / b).
    const mean = sql`coalesce(2 / (1 / ${of(need)} + 1 / ${of(offer)}), 0)`
    const conditions = [
      ...(side === 'need' ? [sql.raw(`says >> 3 = ${['posted', 'inferred', 'none'].indexOf(wanted)}`)] : []),
      ...(hasMeaning ? [sql.raw('says & 1 = 1')] : []),
    ]
    return conditions.length === 0
      ? mean
      : sql`case when ${sql.join(conditions, sql` and `)} then ${mean} else 0 end`
  })
  return sql`greatest(${sql.join(bounds, sql`, `)}) + ${number(SCORE_RULES.rounding)}`
}

function sum(terms: readonly SQL[]): SQL {
  return terms.length === 0 ? sql`0::float8` : sql.join([...terms], sql` + `)
}

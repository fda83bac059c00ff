import { type SQL, sql } from 'drizzle-orm'
import {
  type AskedSkill,
  bitOfText,
  type Finders,
  numberOf,
  type Question,
  READ_FACTORS,
  type ReadFactor,
  SCORE_RULES,
} from '../../../engines/matching/index.ts'
import { idToUuid, type PartnerId } from '../../../shared/ids.ts'
import { boundOfFactors } from './bound-factors.ts'
import { isOpenTo } from './bound-gates.ts'
import { marketOf } from './market-of.ts'
import { needSearchRows, offerSearchRows } from './search-rows.table.ts'
import { number } from './sql-number.ts'

type Side = 'need' | 'offer'

/** The rows that are found by some skills and words, each with the most that its topic and its score can be. */
export function boundedRows(question: Question, finders: Finders, partnerId: PartnerId): SQL {
  const { side, skills, words, mostWording } = question
  const isOwn = sql`r.partner_id = ${idToUuid(partnerId)}::uuid`
  const best = skills.map((asked, at) => sql`${bestOf(asked)} as ${sql.raw(`b${at}`)}`)
  const must = question.ignoresGates
    ? []
    : skills.flatMap(({ isMust }, at) =>
        isMust ? [sql` and ${sql.raw(`b${at}`)} >= ${number(SCORE_RULES.mustRelatedness)}`] : [],
      )
  const mean = sum(skills.map(({ share }, at) => sql`${number(share)} * ${sql.raw(`b${at}`)}`))
  const most = sql`greatest(0, ${sql.join([sql`0`, ...skills.map((_, at) => sql.raw(`b${at}`))], sql`, `)})::float8`
  const [covered, used] = side === 'offer' ? [mean, most] : [most, mean]
  const share = sum(
    words.map(({ stem, most }) => sql`case when ${bit('word_bits', stem)} then ${number(most)} else 0 end`),
  )
  // OFFSET keeps the planner from computing what it names once for each place that reads it.
  return sql`
    select partner_id, id, ${topicOf(question)} as topic, ${scoreOf(question)} as bound from (
      select *, ${covered} as f_skills, ${used} as used,
        1 - power(1 - least(${number(mostWording)}, ${share}), 5) as f_wording from (
        select r.partner_id, r.id, r.says, r.word_bits, ${sql.join([...best, factorsOf(question, isOwn)], sql`, `)}
        from ${tableOf(side)} r
        where ${isFound(finders)} and r.market = ${marketOf(partnerId)}::uuid and ${isOpenTo(question, isOwn)}
        offset 0) read where f_time is not null${sql.join(must)} offset 0) bounded
    where f_skills > 0 or f_wording > 0`
}

export function tableOf(side: Side) {
  return side === 'need' ? needSearchRows : offerSearchRows
}

function isFound({ skills, words }: Finders): SQL {
  const any = (texts: readonly string[]) => sql`${sql.param(texts.map(numberOf))}::int[]`
  if (words.length === 0) return sql`r.skills && ${any(skills)}`
  return sql`(r.skills && ${any(skills)} or r.found_by && ${any(words)})`
}

function bit(column: 'r.skill_bits' | 'word_bits', text: string): SQL {
  return sql.raw(`get_bit(${column}, ${bitOfText(text)}) = 1`)
}

/** How near a candidate's nearest skill is. */
function bestOf({ near }: AskedSkill): SQL {
  const nearest = [...near].sort((a, b) => b.strength - a.strength)
  const cases = nearest.map(
    ({ skill, strength }) => sql`when ${bit('r.skill_bits', skill)} then ${number(strength)}`,
  )
  return sql`case ${sql.join(cases, sql` `)} else 0 end`
}

function factorsOf(question: Question, isOwn: SQL): SQL {
  const most = boundOfFactors(question, isOwn)
  return sql.join(
    Object.entries(most).map(([name, value]) => sql`${value} as ${sql.raw(`f_${name}`)}`),
    sql`, `,
  )
}

/** The greatest topic: see `topicFrom`. */
function topicOf({ hasMeaning }: Question): SQL {
  const { usedShareOfTopic, meaningShareOfTopic } = SCORE_RULES
  const meant = hasMeaning ? sql` * (1 - ${number(meaningShareOfTopic)} * (says & 1))` : sql``
  return sql`1 - (1 - f_wording) * (1 - f_skills) * (1 - ${number(usedShareOfTopic)} * used)${meant}`
}

/** The greatest score that any of the weights allow: the harmonic mean of both sides. */
function scoreOf({ side, lines }: Question): SQL {
  const bounds = lines.map(({ wanted, hasMeaning, need, offer }) => {
    const of = ({ rest, weights }: typeof need) => {
      const terms = READ_FACTORS.flatMap((name: ReadFactor) =>
        weights[name] ? [sql`${number(weights[name])} * ${sql.raw(`f_${name}`)}`] : [],
      )
      return sql`(${sum([number(rest), ...terms])})`
    }
    const mean = sql`coalesce(2 * ${of(need)} * ${of(offer)} / nullif(${of(need)} + ${of(offer)}, 0), 0)`
    const conditions = [
      ...(side === 'need' ? [sql.raw(`says >> 3 = ${['posted', 'inferred', 'none'].indexOf(wanted)}`)] : []),
      ...(hasMeaning ? [sql.raw('says & 1 = 1')] : []),
    ]
    return conditions.length === 0 ? mean : sql`case when ${sql.join(conditions, sql` and `)} then ${mean} else 0 end`
  })
  return sql`greatest(${sql.join(bounds, sql`, `)}) + ${number(SCORE_RULES.rounding)}`
}

function sum(terms: readonly SQL[]): SQL {
  return terms.length === 0 ? sql`0::float8` : sql.join([...terms], sql` + `)
}

import { message, type ReaderLanguage, textOf } from '../../shared/messages/index.ts'
import type { MatchQuery, QueryNotices } from './matches.schemas.ts'
import type { RankingPorts } from './matching-ports.ts'

const NEAREST = 3

/**
 * Returns what a caller should know about a query that is accepted. A skill unknown to the catalogue is not an error,
 * because postings may use the same words, but it may be misspelled.
 */
export function noticesOfQuery(
  { skill }: Pick<MatchQuery, 'skill'>,
  { taxonomy }: Pick<RankingPorts, 'taxonomy'>,
  language: ReaderLanguage,
): { notices?: QueryNotices } {
  if (skill === undefined || taxonomy.resolve(skill).skill) return {}
  const nearest = taxonomy.search(skill, NEAREST).map(({ label }) => label)
  const detail = textOf(message('skill_of_filter_unknown', { skill, nearest }), language)
  return { notices: [{ parameter: 'skill', code: 'skill_unknown', detail }] }
}

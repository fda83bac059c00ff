import { message, type ReaderLanguage, textOf } from '../../shared/messages/index.ts'
import { noticeOfUnnamedWork } from '../postings/index.ts'
import { inferSkills } from '../skills/index.ts'
import type { MatchQuery, RankingNotices } from './matches.schemas.ts'
import type { RankingPorts } from './matching-ports.ts'

const NEAREST = 3

/**
 * Returns what a caller should know about a ranking that is answered: a filter that is accepted, though the catalogue does not know
 * its skill (postings may use the same words, but it may be misspelled), and a posting whose work has no name.
 */
export function noticesOfRanking(
  { skill }: Pick<MatchQuery, 'skill'>,
  { taxonomy }: Pick<RankingPorts, 'taxonomy'>,
  { language, posting }: { language: ReaderLanguage; posting?: Parameters<typeof inferSkills>[0] },
): { notices?: RankingNotices } {
  const notices: RankingNotices = []
  if (skill !== undefined && !taxonomy.resolve(skill).skill) {
    const nearest = taxonomy.search(skill, NEAREST).map(({ label }) => label)
    const detail = textOf(message('skill_of_filter_unknown', { skill, nearest }), language)
    notices.push({ parameter: 'skill', code: 'skill_unknown', detail })
  }
  const unnamed = posting && noticeOfUnnamedWork(posting.skills, () => inferSkills(posting))
  if (unnamed) notices.push({ parameter: null, code: unnamed.code, detail: textOf(unnamed, language) })
  return notices.length > 0 ? { notices } : {}
}

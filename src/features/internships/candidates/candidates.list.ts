import { byText, is, statusOf, textIn, whether, wordsOf } from '../../../platform/db/index.ts'
import { idOf } from '../../../shared/wire.ts'
import { createPostedList } from '../../postings/index.ts'
import { candidateStatus } from './candidates.schemas.ts'
import { type CandidateRow, candidates, isRanked } from './candidates.table.ts'

const name = textIn(candidates.profile, 'name')

export const candidateList = createPostedList<CandidateRow>(candidates, {
  filters: {
    status: statusOf(candidates.status, candidateStatus, 'Return only candidates with one of these statuses'),
    program_id: is(candidates.programId, idOf('program'), 'Return only candidates of this program'),
    is_ranked: whether(isRanked, 'Return only candidates who are ranked, or only those who are not'),
  },
  texts: { name: byText(name, ({ profile }) => profile.name) },
  words: wordsOf(
    candidates.partnerId,
    'name_words',
    [name, textIn(candidates.profile, 'preferred_name')],
    'the names',
  ),
})

import { createList, statusOf } from '../../platform/db/index.ts'
import { byTurn } from './by-turn.repository.ts'
import { introductionWords } from './introduction-words.repository.ts'
import { type IntroductionRow, introductionStatus, introductions } from './introductions.table.ts'
import { partyFilters, type TwoSidedList } from './two-sided.repository.ts'

export const introductionsListed: TwoSidedList<IntroductionRow> = {
  ...createList<IntroductionRow>({
    table: introductions,
    filters: {
      ...partyFilters(introductions),
      turn: byTurn,
      status: statusOf(
        introductions.status,
        introductionStatus,
        'Return only introductions with one of these statuses',
      ),
    },
    words: introductionWords,
  }),
  table: introductions,
}

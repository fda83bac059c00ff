import { type SQL, sql } from 'drizzle-orm'
import { wordsOf } from '../../platform/db/index.ts'
import { introductions } from './introductions.table.ts'

/** The searchable words of an introduction that both sides can read, as in the index `introductions_by_words`. */
export const introductionWords = wordsOf(
  [introductions.needPartnerId, introductions.offerPartnerId],
  'introduction_words',
  [introductions.message, proposedTitle('need'), proposedTitle('offer')],
  'the message and the titles of the need and the offer as they were proposed',
)

function proposedTitle(of: 'need' | 'offer'): SQL {
  return sql`${introductions.proposal} #>> ${sql.raw(`'{${of},title}'`)}`
}

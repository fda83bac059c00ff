import type { WriteContext } from '../../platform/events/index.ts'
import type { IntroductionId } from '../../shared/ids.ts'
import type { ReaderLanguage } from '../../shared/messages/index.ts'
import { createDisclosuresRepository } from '../disclosures/index.ts'
import { logCandidates, showContact } from '../postings/index.ts'
import { findIntroduction } from './find-introduction.ts'
import { createIntroductionsRepository } from './introductions.repository.ts'
import type { Introduction } from './introductions.schemas.ts'
import { type IntroductionRow, sides } from './introductions.table.ts'
import { showIntroduction } from './show-introduction.ts'
import { partyOf } from './sides.ts'

/**
 * Returns an introduction. Once it is accepted, the answer includes the contacts of both sides, and the disclosure is logged
 * in the same transaction. Throws `introduction_not_found`.
 */
export async function readIntroduction(
  ctx: WriteContext,
  { id, language }: { id: IntroductionId; language: ReaderLanguage },
): Promise<{ row: IntroductionRow; shown: Introduction }> {
  const { partnerId } = ctx.actor
  const repository = createIntroductionsRepository(ctx.db)
  const row = await findIntroduction(ctx, { id })
  const shown = showIntroduction(row, { partnerId, language })
  const { organization, helper } = row.status === 'accepted' ? await repository.contactsOf(row) : {}
  // Either party may have been erased since.
  if (!organization || !helper) {
    await logCandidates(ctx, [row])
    return { row, shown }
  }
  const showings = sides.map((side) => {
    const subject = partyOf(row, side)
    return {
      partnerId,
      subjectPartnerId: subject.partnerId,
      subjectId: subject.id,
      shown: 'contact' as const,
      needId: row.needId,
      introductionId: row.id,
    }
  })
  await createDisclosuresRepository(ctx.db).record(showings, ctx.clock())
  const contacts = { organization: showParty(organization), helper: showParty(helper) }
  return { row, shown: { ...shown, contacts } }
}

function showParty(party: { id: string; name: string; contact: Parameters<typeof showContact>[0] }) {
  return { id: party.id, name: party.name, contact: showContact(party.contact) }
}

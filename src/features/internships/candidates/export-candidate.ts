import type { Queryable } from '../../../platform/db/index.ts'
import { type PartnerId, sameNumber } from '../../../shared/ids.ts'
import { createDisclosuresRepository, type ListedDisclosure } from '../../disclosures/index.ts'
import { createEngagementsRepository, showEngagement, showHours } from '../../engagements/index.ts'
import { createIntroductionsRepository, showIntroduction } from '../../introductions/index.ts'
import { showCandidate } from './candidates.posting.ts'
import type { CandidateRow } from './candidates.table.ts'

/** More showings than this are read through the list. */
export const MOST_DISCLOSURES = 10_000

/** What another part of the service holds on a person, ready to be shown. */
export type HeldElsewhere = (
  db: Queryable,
  candidate: CandidateRow,
) => Promise<Record<string, string | number | null>[]>

/** All that is held on a person, for a request of access. */
export async function exportCandidate(
  deps: { db: Queryable; heldInImports: HeldElsewhere },
  row: CandidateRow,
) {
  const { partnerId } = row
  const helperId = sameNumber('helper', row.id)
  const engagementsRepository = createEngagementsRepository(deps.db)
  const introductions = await createIntroductionsRepository(deps.db).ofHelper({
    offerPartnerId: partnerId,
    helperId,
  })
  const engagements = await engagementsRepository.ofHelper(partnerId, helperId)
  const hours = await engagementsRepository.hoursOf(engagements.map(({ id }) => id))
  const disclosures = await createDisclosuresRepository(deps.db).listOfHelper(partnerId, helperId, {
    limit: MOST_DISCLOSURES,
  })
  return {
    candidate: showCandidate(row),
    introductions: introductions.map((one) => showIntroduction(one, partnerId)),
    engagements: engagements.map((one) => showEngagementWithHours(one, hours, partnerId)),
    disclosures: disclosures.map(showDisclosure),
    import_rows: await deps.heldInImports(deps.db, row),
  }
}

function showEngagementWithHours(
  engagement: Parameters<typeof showEngagement>[0],
  hours: Parameters<typeof showHours>[0][],
  partnerId: PartnerId,
) {
  const own = hours.filter(({ engagementId }) => engagementId === engagement.id)
  return { ...showEngagement(engagement, partnerId), hours: own.map(showHours) }
}

export function showDisclosure(row: ListedDisclosure) {
  return {
    id: row.id,
    shown: row.shown,
    to_partner_id: row.toPartnerId,
    to_partner_name: row.toPartnerName,
    need_id: row.needId,
    introduction_id: row.introductionId,
    disclosed_at: row.disclosedAt.toISOString(),
  }
}

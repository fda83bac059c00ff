import type { Context } from '../../../platform/events/index.ts'
import { type HelperId, sameNumber } from '../../../shared/ids.ts'
import { DEFAULT_LANGUAGE } from '../../../shared/messages/index.ts'
import { createDisclosuresRepository, type ListedDisclosure } from '../../disclosures/index.ts'
import {
  createEngagementsRepository,
  createHoursRepository,
  readProposals,
  showHours,
} from '../../engagements/index.ts'
import { createIntroductionsRepository, showIntroduction } from '../../introductions/index.ts'
import { showCandidate } from './candidates.posting.ts'
import type { CandidateRow } from './candidates.table.ts'
import { type KnownPerson, knownPerson } from './known-person.ts'

/** Further disclosures can be read through the list. */
export const MAX_DISCLOSURES = 10_000

/** Lists what other features store about a person, ready to be shown. */
export type ListElsewhere = (
  ctx: Context,
  person: KnownPerson,
) => Promise<Record<'import_rows' | 'agreements' | 'documents' | 'evaluations', Record<string, unknown>[]>>

/** Returns everything stored about a person, for an access request. */
export async function exportCandidate(ctx: Context, row: CandidateRow, listElsewhere: ListElsewhere) {
  const { partnerId } = row
  const helperId = sameNumber('helper', row.id)
  const engagementsRepository = createEngagementsRepository(ctx.db)
  const introductions = await createIntroductionsRepository(ctx.db).ofHelper({
    offerPartnerId: partnerId,
    helperId,
  })
  const engagements = await engagementsRepository.ofHelper(partnerId, helperId)
  const hours = await createHoursRepository(ctx.db).ofEngagements(engagements.map(({ id }) => id))
  const show = await readProposals(ctx, engagements, DEFAULT_LANGUAGE)
  const person = await knownPerson(ctx.db, row)
  const disclosures = await createDisclosuresRepository(ctx.db).listOfHelper(partnerId, helperIdsOf(person), {
    limit: MAX_DISCLOSURES,
  })
  return {
    candidate: showCandidate(row),
    introductions: introductions.map((one) =>
      showIntroduction(one, { partnerId, language: DEFAULT_LANGUAGE }),
    ),
    engagements: engagements.map((one) => ({
      ...show(one),
      hours: hours.filter(({ engagementId }) => engagementId === one.id).map(showHours),
    })),
    disclosures: disclosures.map(showDisclosure),
    ...(await listElsewhere(ctx, person)),
  }
}

/** Returns the ids of all helpers that the person had. */
export function helperIdsOf({ ids }: Pick<KnownPerson, 'ids'>): HelperId[] {
  return ids.map((id) => sameNumber('helper', id))
}

export function showDisclosure(row: ListedDisclosure) {
  return {
    id: row.id,
    shown: row.shown,
    to_partner_id: row.toPartnerId,
    to_partner_name: row.toPartnerName,
    need_id: row.needId,
    introduction_id: row.introductionId,
    count: row.count,
    first_disclosed_at: (row.firstDisclosedAt ?? row.disclosedAt).toISOString(),
    disclosed_at: row.disclosedAt.toISOString(),
  }
}

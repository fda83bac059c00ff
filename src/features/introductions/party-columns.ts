import type { CsvCell } from '../../platform/http/index.ts'
import type { PartnerId } from '../../shared/ids.ts'
import type { Metadata } from '../../shared/metadata.ts'
import type { Named } from '../postings/index.ts'
import type { IntroductionRow } from './introductions.table.ts'

type Parties = Pick<IntroductionRow, 'needId' | 'organizationId' | 'offerId' | 'helperId'>
type Sides = Pick<IntroductionRow, 'needPartnerId' | 'offerPartnerId'>

/** CSV columns about both sides. Names are only those of the caller's own side. */
export const PARTY_COLUMNS = [
  ...['need_id', 'need_external_id', 'need_title'],
  ...['organization_id', 'organization_external_id', 'organization_name'],
  ...['offer_id', 'offer_external_id', 'offer_title'],
  ...['helper_id', 'helper_external_id', 'helper_name'],
]
export const PARTY_NOTE =
  'Names, titles and external ids are those of your own side, as far as your token may read them.'

function partyIds({ needId, organizationId, offerId, helperId }: Parties): string[] {
  return [needId, organizationId, offerId, helperId]
}

/** Returns the ids of the parties on a partner's own sides, the only ones whose names it reads. */
export function ownPartyIds(
  { needPartnerId, offerPartnerId, needId, organizationId, offerId, helperId }: Parties & Sides,
  partnerId: PartnerId,
): string[] {
  return [
    ...(needPartnerId === partnerId ? [needId, organizationId] : []),
    ...(offerPartnerId === partnerId ? [offerId, helperId] : []),
  ]
}

export function partyCells(row: Parties, names: ReadonlyMap<string, Named>): CsvCell[] {
  return partyIds(row).flatMap((id) => {
    const named = names.get(id)
    return [id, named?.externalId ?? null, named?.name ?? null]
  })
}

/** Writes the caller's own metadata into one cell, as JSON. */
export function pairsCell(metadata: Metadata): CsvCell {
  return Object.keys(metadata).length === 0 ? null : JSON.stringify(metadata)
}

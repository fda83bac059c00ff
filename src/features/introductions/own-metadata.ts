import { z } from 'zod'
import { parseOrThrow } from '../../shared/faults.ts'
import type { PartnerId } from '../../shared/ids.ts'
import { type Metadata, metadataInput } from '../../shared/metadata.ts'
import { mergePatch } from '../postings/index.ts'
import type { IntroductionRow } from './introductions.table.ts'

/** The pairs of both sides on a row that they share. */
export type SidesMetadata = Pick<IntroductionRow, 'needMetadata' | 'offerMetadata'>
type Owned = Pick<IntroductionRow, 'needPartnerId' | 'offerPartnerId'>

/** A change of the caller's own pairs. */
export const metadataPatch = z
  .strictObject({
    metadata: z
      .record(z.string(), z.string().nullable())
      .nullable()
      .describe('Pairs to set. Null for a key removes it, and null for `metadata` removes all'),
  })
  .meta({ id: 'OwnMetadataPatch' })
export type MetadataPatch = z.output<typeof metadataPatch>

/** How both routes say what a change does. */
export const METADATA_NOTE =
  'Changes your own metadata with a merge patch (RFC 7396), key by key. The other side only sees a higher `version` and gets no event. Send the ETag that you read, or `*`: keys that you do not send are kept.'

/** The pairs that a partner wrote. Never those of the other one. */
export function ownMetadata(row: Owned & SidesMetadata, partnerId: PartnerId): Metadata {
  return row[columnOf(row, partnerId)]
}

/** The columns of a new row whose caller, a partner of one side or both, sends its pairs. */
export function metadataOf(row: Owned, partnerId: PartnerId, metadata: Metadata): SidesMetadata {
  return { needMetadata: {}, offerMetadata: {}, [columnOf(row, partnerId)]: metadata }
}

/** The columns that a change sets. Throws `validation_failed` where the result has too many pairs. */
export function patchedMetadata(
  row: Owned & SidesMetadata,
  partnerId: PartnerId,
  patch: MetadataPatch,
): Partial<SidesMetadata> {
  const merged = mergePatch({ metadata: ownMetadata(row, partnerId) }, patch)
  const { metadata = {} } = parseOrThrow(z.object({ metadata: metadataInput.optional() }), merged)
  return { [columnOf(row, partnerId)]: metadata }
}

/** A partner of both sides has its pairs on the need's. */
function columnOf({ needPartnerId }: Pick<Owned, 'needPartnerId'>, partnerId: PartnerId) {
  return needPartnerId === partnerId ? 'needMetadata' : 'offerMetadata'
}

import { z } from 'zod'
import { parseOrThrow } from '../../shared/faults.ts'
import type { PartnerId } from '../../shared/ids.ts'
import { type Metadata, metadataInput } from '../../shared/metadata.ts'
import { mergePatch } from '../postings/index.ts'
import type { IntroductionRow } from './introductions.table.ts'

/** Metadata of both sides on a row that they share. */
export type SidesMetadata = Pick<IntroductionRow, 'needMetadata' | 'offerMetadata'>
type Owned = Pick<IntroductionRow, 'needPartnerId' | 'offerPartnerId'>

/** A change of the caller's own metadata. */
export const metadataPatch = z
  .strictObject({
    metadata: z
      .record(z.string(), z.string().nullable())
      .nullable()
      .describe('Pairs to set. Null for a key removes it, and null for `metadata` removes all'),
  })
  .meta({ id: 'OwnMetadataPatch' })
export type MetadataPatch = z.output<typeof metadataPatch>

/** Description of a change for both routes. */
export const METADATA_NOTE =
  'Changes your own metadata with a merge patch (RFC 7396), key by key. The other side only sees a higher `version` and gets no event. Send the ETag that you read, or `*`: keys that you do not send are kept.'

/** Returns the metadata that a partner wrote, never that of the other side. */
export function ownMetadata(row: Owned & SidesMetadata, partnerId: PartnerId): Metadata {
  return row[columnOf(row, partnerId)]
}

/** Returns the metadata columns of a new row, with the pairs that the caller sends. */
export function metadataOf(row: Owned, partnerId: PartnerId, metadata: Metadata): SidesMetadata {
  return { needMetadata: {}, offerMetadata: {}, [columnOf(row, partnerId)]: metadata }
}

/** Returns the columns that a change sets. Throws `validation_failed` if the result has too many pairs. */
export function patchedMetadata(
  row: Owned & SidesMetadata,
  partnerId: PartnerId,
  patch: MetadataPatch,
): Partial<SidesMetadata> {
  const merged = mergePatch({ metadata: ownMetadata(row, partnerId) }, patch)
  const { metadata = {} } = parseOrThrow(z.object({ metadata: metadataInput.optional() }), merged)
  return { [columnOf(row, partnerId)]: metadata }
}

/** Returns the partner's column. A partner of both sides uses that of the need. */
function columnOf({ needPartnerId }: Pick<Owned, 'needPartnerId'>, partnerId: PartnerId) {
  return needPartnerId === partnerId ? 'needMetadata' : 'offerMetadata'
}

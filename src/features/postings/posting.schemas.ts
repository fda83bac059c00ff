import { z } from 'zod'
import type { Id, IdPrefix } from '../../shared/ids.ts'
import { metadataShown } from '../../shared/metadata.ts'
import { idOf, instant, version } from '../../shared/wire.ts'
import type { PostedRow } from './posted.table.ts'

/** Returns the fields that every posted resource shows. */
export function resourceFields<P extends IdPrefix>(prefix: P) {
  return {
    id: idOf(prefix),
    external_id: z.string().nullable().describe('Your own id of the record. Null if it has none'),
    metadata: metadataShown,
    version,
    created_at: instant,
    updated_at: instant,
  }
}

/** Notices about a posting for its own partner. They block nothing. */
export const noticesShown = z
  .array(
    z.object({
      code: z.string().describe('Stable code of the notice'),
      detail: z.string().describe('The notice as a sentence'),
    }),
  )
  .describe(
    'Reasons why the posting may not match as you expect, in the language of `Accept-Language`. Notices exclude nothing',
  )
export type NoticesShown = z.output<typeof noticesShown>

export function showResource<P extends IdPrefix>(row: PostedRow<P>) {
  // The row's id has the prefix P, which the compiler can't see through the generic intersection.
  const id = row.id as Id<P>
  return {
    id,
    external_id: row.externalId,
    metadata: row.metadata,
    version: row.version,
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
  }
}

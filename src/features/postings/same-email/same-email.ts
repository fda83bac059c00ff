import { z } from 'zod'
import type { Context, WriteContext } from '../../../platform/events/index.ts'
import { foldEmail } from '../../../shared/email-address.ts'
import type { LikeRecord, LikeSearch } from '../like-search.repository.ts'
import { isMergeable } from '../merging/explain-merged.ts'
import type { PostedRow } from '../posted.table.ts'
import type { PostedName } from '../posting-definition.ts'
import { claimEmails } from './claim-emails.repository.ts'
import { emailOf } from './email-of.ts'

/** Notices in the answer to a write about other records of the same person or organization. */
export const noticesOfWrite = z
  .array(
    z.object({
      code: z.literal('same_email').describe('Stable code of the notice'),
      detail: z.string().describe('Names the records that may be the same, as a sentence'),
    }),
  )
  .optional()
  .describe(
    'Other records of yours with the same e-mail address. Only in responses to `POST`, `PUT` and `PATCH`',
  )
export type NoticesOfWrite = NonNullable<z.output<typeof noticesOfWrite>>

/** Locks the e-mail address of this body or patch against other writers. Must be called before rows are locked. */
export async function claimEmailOf(
  { actor, db }: WriteContext,
  name: PostedName,
  body: unknown,
): Promise<void> {
  const found = emailOf(body)
  if (found && isMergeable(name)) await claimEmails(db, actor.partnerId, name, [found.email])
}

const MOST_NAMED = 4

/** Returns notices that name other records with the e-mail address of this one, including merged records. */
export async function noticeSameEmail(
  { actor, db }: Context,
  { name, search }: { name: PostedName; search: (db: Context['db']) => LikeSearch },
  { row: { id }, body }: { row: PostedRow; body: unknown },
): Promise<NoticesOfWrite> {
  const found = emailOf(body)
  if (!found) return []
  const emails = [foldEmail(found.email)]
  const others = (await search(db).findLike(actor.partnerId, { emails, forms: [] })).filter(
    (record) => record.id !== id,
  )
  if (others.length === 0) return []
  const named = others.slice(0, MOST_NAMED).map((other) => other.id)
  const list = new Intl.ListFormat('en').format(others.length > MOST_NAMED ? [...named, 'others'] : named)
  return [
    {
      code: 'same_email',
      detail: `Same e-mail as ${list}. If they are one ${name}, merge them with POST /v1/${name}s/${id}/merge.`,
    },
  ]
}

/**
 * Creates a lookup of records by e-mail address: records that have it, otherwise those into which a record with it was
 * merged.
 */
export function byEmail(records: readonly LikeRecord[]): (email: string) => FoundByEmail {
  const current = Map.groupBy(records, (record) => foldEmail(record.email ?? ''))
  const former = new Map<string, LikeRecord[]>()
  for (const record of records)
    for (const email of record.formerEmails) former.set(email, [...(former.get(email) ?? []), record])
  return (email) => {
    const found = current.get(email)
    return found ? { records: found, isFormer: false } : { records: former.get(email) ?? [], isFormer: true }
  }
}

export interface FoundByEmail {
  records: readonly LikeRecord[]
  /** Whether the address is that of a merged record, and the record found has another. */
  isFormer: boolean
}

import type { Queryable } from '../../platform/db/index.ts'
import type { Transaction } from '../../platform/events/index.ts'
import type { PartnerId } from '../../shared/ids.ts'
import { type Precondition, requireVersion } from '../../shared/precondition.ts'
import { createPartnersRepository, type PartnerRow } from './partners.repository.ts'

/** The partner that calls; its token says that there is one. */
export async function readPartner(db: Queryable, id: PartnerId, lock?: 'no key update'): Promise<PartnerRow> {
  const row = await createPartnersRepository(db).findPartner(id, lock)
  if (!row) throw new Error('a token of a partner that is not there')
  return row
}

/** Changes a partner's settings; what is not given stays. Throws `precondition_failed`. */
export async function changePartner(
  tx: Transaction,
  id: PartnerId,
  { publicFeed }: { publicFeed: boolean | undefined },
  precondition: Precondition,
): Promise<PartnerRow> {
  const row = await readPartner(tx.db, id, 'no key update')
  requireVersion(row, precondition)
  if (publicFeed === undefined || publicFeed === row.publicFeed) return row
  const changed = { ...row, publicFeed, version: row.version + 1 }
  await createPartnersRepository(tx.db).updatePartner(changed)
  tx.append({ partnerId: id, type: 'partner.changed', resourceId: id })
  return changed
}

import type { Context, WriteContext } from '../../platform/events/index.ts'
import { changedFields } from '../../shared/changed-fields.ts'
import { type Precondition, requireVersion } from '../../shared/precondition.ts'
import { createPartnersRepository, type PartnerRow } from './partners.repository.ts'

/** Returns the calling partner. */
export async function readPartner({ actor, db }: Context): Promise<PartnerRow> {
  return existing(await createPartnersRepository(db).findPartner(actor.partnerId))
}

/** Changes the given settings of the calling partner. Throws `precondition_failed`. */
export async function changePartner(
  ctx: WriteContext,
  {
    precondition,
    ...given
  }: { precondition: Precondition } & {
    [Setting in 'name' | 'publicFeed' | 'offerHelpUrl']?: PartnerRow[Setting] | undefined
  },
): Promise<PartnerRow> {
  const repository = createPartnersRepository(ctx.db)
  const row = existing(await repository.findPartner(ctx.actor.partnerId, 'no key update'))
  requireVersion(row, precondition)
  const name = given.name ?? row.name
  const publicFeed = given.publicFeed ?? row.publicFeed
  const offerHelpUrl = given.offerHelpUrl === undefined ? row.offerHelpUrl : given.offerHelpUrl
  const changed = { ...row, name, publicFeed, offerHelpUrl, version: row.version + 1 }
  const names = changedSettings(row, changed)
  if (names.length === 0) return row
  await repository.updatePartner(changed)
  ctx.append({
    partnerId: row.id,
    type: 'partner.changed',
    resourceId: row.id,
    data: { changed: names },
  })
  return changed
}

/** Returns the names of changed settings, as the body writes them. */
function changedSettings(before: PartnerRow, after: PartnerRow): string[] {
  const settings = ({ name, publicFeed, offerHelpUrl }: PartnerRow) => ({
    name,
    public_feed: publicFeed,
    offer_help_url: offerHelpUrl,
  })
  return changedFields(settings(before), settings(after))
}

function existing(row: PartnerRow | undefined): PartnerRow {
  if (!row) throw new Error('the partner of a valid token is missing')
  return row
}

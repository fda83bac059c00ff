import { createPartnersRepository } from '../features/access/index.ts'
import { inviteAsOperator, LINK_HOURS, type StaffRole, signInUrl } from '../features/desk/index.ts'
import type { PartnerId } from '../shared/ids.ts'
import type { CommandDeps } from './database.ts'

/** Adds a person to a partner's desk and prints the link that signs them in once. `url` is the address of the service. */
export async function printInvitation(
  deps: CommandDeps,
  options: { partner: PartnerId; name: string; role: StaffRole; url: string; json?: boolean },
): Promise<void> {
  const { partner: partnerId, name, role, url } = options
  const { row, key } = await deps.db.transaction(async (db) => {
    if (!(await createPartnersRepository(db).isPartner(partnerId))) throw new Error('no partner has this id')
    return inviteAsOperator({ actor: { partnerId }, db, clock: deps.clock }, { name, role })
  })
  const link = signInUrl(url.endsWith('/') ? url.slice(0, -1) : url, key)
  if (options.json) return deps.printJson({ staff_id: row.id, sign_in_url: link })
  deps.print(`Invited ${name} as ${role}. Pass this link on: it works once, within ${LINK_HOURS} hours.`)
  deps.print(`  ${link}`)
}

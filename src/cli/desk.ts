import { createPartnersRepository } from '../features/access/index.ts'
import {
  changeStaffAsOperator,
  inviteAsOperator,
  LINK_HOURS,
  listStaff,
  renewLinkAsOperator,
  type StaffId,
  type StaffRole,
  type StaffStatus,
  signInUrl,
} from '../features/desk/index.ts'
import type { Context } from '../platform/events/index.ts'
import { DomainError } from '../shared/errors.ts'
import type { PartnerId } from '../shared/ids.ts'
import type { CommandDeps } from './database.ts'

interface OfPartner {
  partner: PartnerId
  json?: boolean
}

/** Adds a person to a partner's desk and prints the link that signs them in once. `url` is the address of the service. */
export async function printInvitation(
  deps: CommandDeps,
  options: OfPartner & { name: string; role: StaffRole; url: string },
): Promise<void> {
  const { name, role } = options
  const { row, key } = await atDesk(deps, options, (ctx) => inviteAsOperator(ctx, { name, role }))
  const link = linkFor(options.url, key)
  if (options.json) return deps.printJson({ staff_id: row.id, sign_in_url: link })
  deps.print(`Invited ${name} as ${role}. ${PASS_ON}`)
  deps.print(`  ${link}`)
}

/** Prints the people of a partner's desk, oldest first. */
export async function printStaff(deps: CommandDeps, options: OfPartner): Promise<void> {
  const rows = await atDesk(deps, options, listStaff)
  const shown = rows.map((row) => ({
    ...{ staff_id: row.id, name: row.name, role: row.role, status: row.status },
    created_at: row.createdAt.toISOString(),
    last_seen_at: row.lastSeenAt?.toISOString() ?? null,
  }))
  if (options.json) return deps.printJson(shown)
  if (shown.length === 0) return deps.print('Nobody is at this desk yet. Add somebody with: desk invite')
  for (const { staff_id, role, status, name, last_seen_at } of shown)
    deps.print(
      `${staff_id}  ${role.padEnd(6)} ${status.padEnd(9)} ${name}, ${last_seen_at ? `last seen ${last_seen_at}` : 'never seen'}`,
    )
}

/** Prints another link that signs a person in once. Older links stay valid until they are used or expire. */
export async function printNewLink(
  deps: CommandDeps,
  options: OfPartner & { staff: StaffId; url: string },
): Promise<void> {
  const { row, key } = await atDesk(deps, options, (ctx) => renewLinkAsOperator(ctx, { id: options.staff }))
  const link = linkFor(options.url, key)
  if (options.json) return deps.printJson({ staff_id: row.id, sign_in_url: link })
  deps.print(`A link for ${row.name}. ${PASS_ON}`)
  deps.print(`  ${link}`)
}

const done = {
  active: 'may sign in again. Make a link with: desk link',
  suspended: 'is suspended and signed out.',
  removed: 'is removed and signed out.',
} as const

/** Suspends, resumes or removes a person. */
export async function printChangedStaff(
  deps: CommandDeps,
  options: OfPartner & { staff: StaffId; status: StaffStatus },
): Promise<void> {
  const { staff: id, status } = options
  await atDesk(deps, options, (ctx) => changeStaffAsOperator(ctx, { id, status }))
  if (options.json) return deps.printJson({ staff_id: id, status })
  deps.print(`${id} ${done[status]}`)
}

const PASS_ON = `Pass this link on: it works once, within ${LINK_HOURS} hours.`

function linkFor(url: string, key: string): string {
  return signInUrl(url.endsWith('/') ? url.slice(0, -1) : url, key)
}

/** Runs a verb of the desk's team in a transaction. */
function atDesk<T>(
  deps: CommandDeps,
  { partner: partnerId }: OfPartner,
  verb: (ctx: Context) => Promise<T>,
): Promise<T> {
  return deps.db.transaction(async (db) => {
    if (!(await createPartnersRepository(db).isPartner(partnerId))) throw new Error('no partner has this id')
    return verb({ actor: { partnerId }, db, clock: deps.clock }).catch((error: unknown) => {
      if (error instanceof DomainError && error.code === 'staff_not_found')
        throw new Error('nobody at this desk has this id; desk list shows the ids')
      throw error
    })
  })
}

import { z } from 'zod'
import type { Ids } from '../../../platform/http/index.ts'
import { text } from '../../../shared/wire.ts'
import type { Again, DeskPages } from '../desk-pages.ts'
import { refusalText } from '../look/refusal-text.ts'
import { linkMadePage, teamPage } from '../pages/team-page.ts'
import { type StaffStatus, staffRoles } from '../staff/staff.table.ts'
import { changeStaff, invite, listStaff, renewLink } from '../staff/team.ts'

const base = '/desk/team'
const ids = { id: 'staff' } as const
const role = z.enum(staffRoles)
const nothing = z.strictObject({})

/** Adds the pages of the people who use the desk. `linkUrl` returns the URL that signs in with a key. */
export function addTeamPages(pages: DeskPages, linkUrl: (key: string) => string): void {
  pages.show(base, { role: 'admin' }, async (ctx, { view }) =>
    teamPage({ staff: await listStaff(ctx) }, view),
  )

  const again: Again<Ids> = async (ctx, { view, refusal }) => {
    const isWrong = refusal.faults.some(({ pointer }) => pointer === '/name')
    const fault = isWrong ? view.say('desk_fault', { word: 'name' }) : undefined
    return teamPage(
      { staff: await listStaff(ctx), again: { refusal: refusalText(refusal, view), fault } },
      view,
    )
  }

  pages.act(
    base,
    { role: 'admin', action: 'staff_invited', again, form: z.strictObject({ name: text(1, 100), role }) },
    async (ctx, { form, view }) => {
      const { row, key } = await invite(ctx, form)
      return { subject: row.id, page: linkMadePage({ name: row.name, url: linkUrl(key) }, view) }
    },
  )

  pages.act(
    `${base}/:id/link`,
    { role: 'admin', action: 'staff_link_renewed', ids, again, form: nothing },
    async (ctx, { ids: { id }, view }) => {
      const { row, key } = await renewLink(ctx, { id })
      return { subject: id, page: linkMadePage({ name: row.name, url: linkUrl(key) }, view) }
    },
  )

  pages.act(
    `${base}/:id/role`,
    { role: 'admin', action: 'staff_role_changed', ids, again, form: z.strictObject({ role }) },
    async (ctx, { ids: { id }, form }) => {
      await changeStaff(ctx, { id, role: form.role })
      return { subject: id, goTo: base }
    },
  )

  for (const [verb, action, status] of [
    ['suspend', 'staff_suspended', 'suspended'],
    ['resume', 'staff_resumed', 'active'],
    ['remove', 'staff_removed', 'removed'],
  ] as const satisfies readonly (readonly [string, string, StaffStatus])[])
    pages.act(
      `${base}/:id/${verb}`,
      { role: 'admin', action, ids, again, form: nothing },
      async (ctx, { ids: { id } }) => {
        await changeStaff(ctx, { id, status })
        return { subject: id, goTo: base }
      },
    )
}

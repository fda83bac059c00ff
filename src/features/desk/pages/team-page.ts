import { type Html, html, type Part } from '../../../shared/html.ts'
import {
  badge,
  button,
  card,
  confirmed,
  instant,
  linkButton,
  postForm,
  selectField,
  table,
  textField,
} from '../look/parts.ts'
import { refusedFields, textIn } from '../look/refused-form.ts'
import type { DeskPage, View } from '../look/view.ts'
import { type StaffRow, staffRoles } from '../staff/staff.table.ts'
import { LINK_HOURS } from '../staff/team.ts'

interface Team {
  staff: readonly StaffRow[]
  /** Why the last form was refused. */
  again?: { refusal: string; fault: string | undefined }
}

/** Lists the people of the desk, with a form that invites another. */
export function teamPage({ staff, again }: Team, view: View): DeskPage {
  const { say } = view
  return {
    title: say('desk_team'),
    main: html`${again && html`<p class="fault" role="alert">${again.refusal}</p>`}
${table({
  caption: say('desk_team'),
  columns: [
    say('desk_name'),
    say('desk_role'),
    say('desk_status'),
    say('desk_last_seen'),
    say('desk_change'),
  ],
  rows: staff.map((one) => rowOf(one, view)),
})}
${inviteCard(again, view)}`,
  }
}

function rowOf(one: StaffRow, view: View): Part[] {
  const { say } = view
  const isReader = one.id === view.session?.staffId
  const status = one.status === 'suspended' ? 'suspended' : one.lastSeenAt ? 'active' : 'invited'
  const tone = { suspended: 'bad', active: 'good', invited: 'wait' } as const
  return [
    html`${one.name}${isReader && html` (${say('desk_you')})`}`,
    say('desk_role_name', { role: one.role }),
    badge(say('desk_status_name', { status }), tone[status]),
    one.lastSeenAt ? instant(one.lastSeenAt, view) : say('desk_never'),
    changeForms(one, view),
  ]
}

function changeForms(one: StaffRow, view: View): Html {
  const { say } = view
  const at = `/desk/team/${one.id}`
  const form = (verb: string, body: Html) => postForm(view, { action: `${at}/${verb}`, body })
  const roles = staffRoles.map((role) => ({ value: role, text: say('desk_role_name', { role }) }))
  const sent = refusedFields(view, `${at}/role`)
  const role = selectField({
    name: 'role',
    id: `role-${one.id}`,
    label: say('desk_role'),
    value: textIn(sent, 'role') ?? one.role,
    options: roles,
  })
  return html`<details${sent && html` open`}><summary>${say('desk_change')}<span class="unseen"> ${one.name}</span></summary>
${form('role', html`${role}${button(say('desk_save'), 'quiet')}`)}
${
  one.status === 'active'
    ? html`${form('link', button(say('desk_link_new'), 'quiet'))}${form('suspend', button(say('desk_suspend'), 'danger'))}`
    : form('resume', button(say('desk_resume'), 'quiet'))
}
${confirmed({
  summary: say('desk_remove'),
  warning: say('desk_remove_sure', { name: one.name }),
  form: form('remove', button(say('desk_remove'), 'danger')),
})}</details>`
}

function inviteCard(again: Team['again'], view: View): Html {
  const { say } = view
  const roles = staffRoles.map((role) => ({
    value: role,
    text: `${say('desk_role_name', { role })}: ${say('desk_role_about', { role })}`,
  }))
  const sent = refusedFields(view, '/desk/team')
  return card({
    title: say('desk_invite'),
    body: html`<p>${say('desk_invite_lead')}</p>${postForm(view, {
      action: '/desk/team',
      body: html`${textField({
        ...{ name: 'name', label: say('desk_name'), value: textIn(sent, 'name'), fault: again?.fault },
        ...{ maxLength: 100, isRequired: true },
      })}${selectField({ name: 'role', label: say('desk_role'), value: textIn(sent, 'role'), options: roles })}${button(say('desk_invite'))}`,
    })}`,
  })
}

/** Shows somebody's sign-in link, only this once. */
export function linkMadePage({ name, url }: { name: string; url: string }, { say }: View): DeskPage {
  return {
    title: say('desk_link_made', { name }),
    main: card({
      body: html`<p>${say('desk_link_lead', { hours: LINK_HOURS })}</p><p class="key">${url}</p>`,
      actions: linkButton('/desk/team', say('desk_team')),
    }),
  }
}

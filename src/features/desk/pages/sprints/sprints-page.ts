import { type Html, html } from '../../../../shared/html.ts'
import { sprintStates } from '../../../../shared/messages/index.ts'
import type { ListedSprint } from '../../../sprints/index.ts'
import type { OwnNames } from '../../look/own-parties.ts'
import { badge, emptyState, filters, instant, linkButton, selectField, table } from '../../look/parts.ts'
import type { DeskPage, View } from '../../look/view.ts'

const base = '/desk/sprints'

interface Listed {
  sprints: readonly ListedSprint[]
  names: OwnNames
  /** Undefined or blank means all. */
  chosen: string | undefined
  nextUrl: string | null
}

/** Lists the sprints of the partner, latest first. */
export function sprintsPage({ sprints, names, chosen, nextUrl }: Listed, view: View): DeskPage {
  const { say } = view
  const states = sprintStates.map((state) => ({ value: state, text: say('desk_sprint_state', { state }) }))
  const show = selectField({
    ...{ name: 'show', label: say('desk_status'), value: chosen },
    options: [{ value: '', text: say('desk_filter_all') }, ...states],
  })
  const start = view.may('editor') && linkButton(`${base}/new`, say('desk_sprint_start'))
  return {
    title: say('desk_sprints'),
    main: html`<p>${say('desk_sprints_lead')}</p>${filters(base, { fields: [show], submit: say('desk_show') })}
${sprints.length === 0 ? emptyState(say(chosen ? 'desk_nothing_found' : 'desk_sprints_empty')) : sprintsTable({ sprints, names }, view)}
<div class="actions">${start}${nextUrl && linkButton(nextUrl, say('desk_more'), 'quiet')}</div>`,
  }
}

function sprintsTable({ sprints, names }: Pick<Listed, 'sprints' | 'names'>, view: View): Html {
  const { say } = view
  return table({
    caption: say('desk_sprints'),
    columns: [
      say('desk_party', { side: 'need' }),
      say('desk_status'),
      say('desk_sprint_bottlenecks'),
      say('desk_ends'),
    ],
    rows: sprints.map((one) => [
      html`<a href="${base}/${one.id}">${names.get(one.organization_id)?.name ?? '–'}</a>`,
      badge(
        say('desk_sprint_state', { state: one.has_ended ? 'ended' : 'open' }),
        one.has_ended ? 'plain' : 'good',
      ),
      one.need_ids.length,
      instant(one.deadline_at, view),
    ]),
  })
}

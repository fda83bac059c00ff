import { type Html, html } from '../../../../shared/html.ts'
import type { Engagement } from '../../../engagements/index.ts'
import { type OwnNames, ownParties } from '../../look/own-parties.ts'
import {
  badge,
  emptyState,
  filters,
  instant,
  linkButton,
  selectField,
  type Tone,
  table,
} from '../../look/parts.ts'
import type { DeskPage, View } from '../../look/view.ts'

export const engagementStatuses = ['active', 'completed', 'ended_early'] as const
const TONES: Record<Engagement['status'], Tone> = { active: 'wait', completed: 'good', ended_early: 'plain' }

interface Listed {
  engagements: readonly Engagement[]
  names: OwnNames
  chosen: string | undefined
  nextUrl: string | null
}

/** Lists the work that both sides have agreed on, latest first. */
export function engagementsPage({ engagements, names, chosen, nextUrl }: Listed, view: View): DeskPage {
  const { say } = view
  const base = '/desk/engagements'
  const statuses = engagementStatuses.map((status) => ({
    value: status,
    text: say('desk_engagement_status', { status }),
  }))
  const status = selectField({
    ...{ name: 'status', label: say('desk_status'), value: chosen },
    options: [{ value: '', text: say('desk_filter_all') }, ...statuses],
  })
  return {
    title: say('desk_engagements'),
    main: html`<p>${say('desk_engagements_lead')}</p>${filters(base, { fields: [status], submit: say('desk_show') })}
${engagements.length === 0 ? nothing(chosen, view) : engagementsTable(engagements, names, view)}
${nextUrl && linkButton(nextUrl, say('desk_more'))}`,
  }
}

function nothing(chosen: string | undefined, { say }: View): Html {
  if (chosen)
    return emptyState(say('desk_nothing_found'), linkButton('/desk/engagements', say('desk_filter_all')))
  return emptyState(
    say('desk_engagements_empty'),
    linkButton('/desk/introductions', say('desk_introductions')),
  )
}

function engagementsTable(engagements: readonly Engagement[], names: OwnNames, view: View): Html {
  const { say } = view
  return table({
    caption: say('desk_engagements'),
    columns: [
      say('desk_title'),
      say('desk_party', { side: 'need' }),
      say('desk_party', { side: 'offer' }),
      say('desk_status'),
      say('desk_kind'),
      say('desk_hours'),
      say('desk_started'),
    ],
    rows: engagements.map((one) => [
      html`<a href="/desk/engagements/${one.id}">${one.title}</a>`,
      ...ownParties(one, names, view).map(([, name]) => name ?? '–'),
      statusOfEngagement(one.status, view),
      say('desk_kinds', { kinds: [one.kind] }),
      one.hours_per_week ?? '–',
      instant(one.started_at, view),
    ]),
  })
}

export function statusOfEngagement(status: Engagement['status'], { say }: View): Html {
  return badge(say('desk_engagement_status', { status }), TONES[status])
}

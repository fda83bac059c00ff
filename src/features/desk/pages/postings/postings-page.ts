import type { Html } from '../../../../shared/html.ts'
import { html } from '../../../../shared/html.ts'
import type { Search } from '../../areas/read-postings.ts'
import {
  badge,
  emptyState,
  filters,
  hidden,
  linkButton,
  selectField,
  type Tone,
  table,
  textField,
} from '../../look/parts.ts'
import type { DeskPage, View } from '../../look/view.ts'

type Status = 'open' | 'filled' | 'paused' | 'closed'
type Kind = 'volunteer' | 'intern' | 'barter' | 'paid'
const TONES: Record<Status, Tone> = { open: 'good', filled: 'plain', paused: 'wait', closed: 'plain' }
export const kinds = ['volunteer', 'intern', 'barter', 'paid'] as const satisfies readonly Kind[]

/** The kind of party to which needs and offers belong. */
export const partyOf = { need: 'organization', offer: 'helper' } as const

export interface ListedPosting {
  id: string
  title: string
  status: Status
  kinds: readonly Kind[]
  /** Name of its organization or helper. */
  partyName: string | null
  hoursPerWeek: number | null
  startsOn: string | null
}

interface Listed {
  side: 'need' | 'offer'
  postings: readonly ListedPosting[]
  /** The organization or helper to which all of them belong, if only its are listed. */
  party: { id: string; name: string } | null
  statuses: readonly Status[]
  asked: Search
  nextUrl: string | null
}

/** Lists needs or offers of the partner, latest first, with a search. */
export function postingsPage(listed: Listed, view: View): DeskPage {
  const { say } = view
  const { side, postings, nextUrl, party: only } = listed
  const base = `/desk/${side}s`
  const post = view.may('editor') && linkButton(`${base}/new`, say('desk_post', { side }))
  const party = partyOf[side]
  const parties = linkButton(`/desk/${party}s`, say('desk_parties', { party }), 'quiet')
  return {
    title: say(side === 'need' ? 'desk_needs' : 'desk_offers'),
    main: html`<p>${only ? html`${say('desk_party', { side })}: <a href="/desk/${party}s/${only.id}">${only.name}</a>` : say('desk_postings_lead', { side })}</p>
<div class="actions">${post}${parties}</div>
${searchForm(base, listed, view)}
${postings.length === 0 ? nothing(listed, view) : postingsTable(base, listed, view)}
${nextUrl && linkButton(nextUrl, say('desk_more'))}`,
  }
}

function searchForm(base: string, { asked, statuses }: Listed, { say }: View): Html {
  const all = { value: '', text: say('desk_filter_all') }
  const { organization_id: organizationId, helper_id: helperId } = asked
  return filters(base, {
    fields: [
      html`${organizationId && hidden('organization_id', organizationId)}${helperId && hidden('helper_id', helperId)}`,
      textField({ name: 'q', type: 'search', label: say('desk_words'), value: asked.q, maxLength: 200 }),
      selectField({
        ...{ name: 'status', label: say('desk_status'), value: asked.status },
        options: [
          all,
          ...statuses.map((status) => ({ value: status, text: say('desk_posting_status', { status }) })),
        ],
      }),
      selectField({
        ...{ name: 'kind', label: say('desk_kind'), value: asked.kind },
        options: [all, ...kinds.map((kind) => ({ value: kind, text: say('desk_kinds', { kinds: [kind] }) }))],
      }),
    ],
    submit: say('desk_search'),
  })
}

function nothing({ side, asked }: Listed, view: View): Html {
  const { say } = view
  const isNarrowed = Boolean(
    asked.q?.trim() || asked.status || asked.kind || asked.cursor || asked.organization_id || asked.helper_id,
  )
  if (isNarrowed)
    return emptyState(say('desk_nothing_found'), linkButton(`/desk/${side}s`, say('desk_filter_all')))
  const post = view.may('editor') ? linkButton(`/desk/${side}s/new`, say('desk_post', { side })) : undefined
  return emptyState(say('desk_postings_empty', { side }), post)
}

function postingsTable(base: string, { side, postings }: Listed, view: View): Html {
  const { say } = view
  return table({
    caption: say(side === 'need' ? 'desk_needs' : 'desk_offers'),
    columns: [
      say('desk_title'),
      say('desk_party', { side }),
      say('desk_status'),
      say('desk_kind'),
      say('desk_hours'),
      say('desk_starts'),
    ],
    rows: postings.map((one) => [
      html`<a href="${base}/${one.id}">${one.title}</a>`,
      one.partyName ?? '–',
      statusOfPosting(one.status, view),
      say('desk_kinds', { kinds: one.kinds }),
      one.hoursPerWeek ?? '–',
      one.startsOn ? say('desk_short_day', { day: one.startsOn }) : '–',
    ]),
  })
}

export function statusOfPosting(status: Status, { say }: View): Html {
  return badge(say('desk_posting_status', { status }), TONES[status])
}

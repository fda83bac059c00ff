import { html } from '../../../shared/html.ts'
import type { Introduction } from '../../introductions/index.ts'
import { type OwnNames, ownParties } from '../look/own-parties.ts'
import {
  badge,
  button,
  card,
  emptyState,
  facts,
  instant,
  linkButton,
  selectField,
  type Tone,
} from '../look/parts.ts'
import type { DeskPage, View } from '../look/view.ts'

export const listedStatuses = ['proposed', 'accepted', 'declined', 'withdrawn', 'expired'] as const
const TONES: Record<Introduction['status'], Tone> = {
  proposed: 'wait',
  accepted: 'good',
  declined: 'bad',
  withdrawn: 'plain',
  expired: 'plain',
}

interface Listed {
  introductions: readonly Introduction[]
  names: OwnNames
  /** Undefined means all. */
  chosen: string | undefined
  nextUrl: string | null
}

export function introductionsPage({ introductions, names, chosen, nextUrl }: Listed, view: View): DeskPage {
  const { say } = view
  const options = [
    { value: '', text: say('desk_filter_all') },
    { value: 'yours', text: say('desk_yours_to_answer') },
    { value: 'theirs', text: say('desk_waits_for_others') },
    ...listedStatuses.slice(1).map((status) => ({
      value: status,
      text: say('desk_introduction_status', { status }),
    })),
  ]
  return {
    title: say('desk_introductions'),
    main: html`<p>${say('desk_introductions_lead')}</p>
<form class="filters" method="get" action="/desk/introductions">${selectField({
      ...{ name: 'show', label: say('desk_status'), value: chosen, options },
    })}${button(say('desk_show'), 'quiet')}</form>
${introductions.length === 0 ? emptyState(say('desk_introductions_empty')) : introductions.map((one) => listed(one, names, view))}
${nextUrl && linkButton(nextUrl, say('desk_more'))}`,
  }
}

function listed(one: Introduction, names: OwnNames, view: View) {
  const { say } = view
  const { offer, summary } = one.proposal ?? {}
  return card({
    title: html`<a href="/desk/introductions/${one.id}">${titleOf(one, names, view)}</a>`,
    body: html`<p>${statusBadge(one, view)} ${one.status === 'proposed' && html`${say('desk_answer_by')} ${instant(one.expires_at, view)}`}</p>
${facts([[say('desk_the_offer'), offer?.title], ...ownParties(one, names, view)])}${summary && html`<p>${summary}</p>`}`,
  })
}

/**
 * Returns the title of the need. Rings and introductions of erased students show no postings, so they have the title of
 * the reader's own.
 */
export function titleOf(one: Introduction, names: OwnNames, { say }: View): string {
  const own = [one.need_id, one.offer_id].map((id) => names.get(id)?.name)
  return one.proposal?.need.title ?? own.find(Boolean) ?? say('desk_introduction')
}

export function statusBadge(one: Introduction, { say }: View) {
  const text = isYoursToAnswer(one)
    ? say('desk_yours_to_answer')
    : say('desk_introduction_status', { status: one.status })
  return badge(text, TONES[one.status])
}

/** Tells whether the reader must answer. The side that did not propose answers. */
export function isYoursToAnswer({ status, proposed_by, yours }: Introduction): boolean {
  return status === 'proposed' && yours.includes(proposed_by === 'need' ? 'offer' : 'need')
}

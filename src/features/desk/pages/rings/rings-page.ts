import { type Html, html } from '../../../../shared/html.ts'
import { type RingFullyShown, ringStatuses } from '../../../barter/index.ts'
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

const base = '/desk/rings'
const TONES: Record<RingFullyShown['status'], Tone> = {
  proposed: 'wait',
  accepted: 'good',
  declined: 'bad',
  expired: 'plain',
  broken: 'bad',
}

interface Listed {
  rings: readonly RingFullyShown[]
  /** Undefined means all. */
  chosen: string | undefined
  nextUrl: string | null
}

/** Lists the rings of the partner, open ones first. */
export function ringsPage({ rings, chosen, nextUrl }: Listed, view: View): DeskPage {
  const { say } = view
  const statuses = ringStatuses.map((status) => ({
    value: status,
    text: say('desk_ring_status', { status }),
  }))
  const status = selectField({
    ...{ name: 'status', label: say('desk_status'), value: chosen },
    options: [{ value: '', text: say('desk_filter_all') }, ...statuses],
  })
  return {
    title: say('desk_rings'),
    main: html`<p>${say('desk_rings_lead')}</p>${filters(base, { fields: [status], submit: say('desk_show') })}
${rings.length === 0 ? nothing(chosen, view) : ringsTable(rings, view)}
${nextUrl && linkButton(nextUrl, say('desk_more'))}`,
  }
}

function nothing(chosen: string | undefined, view: View): Html {
  const { say } = view
  if (chosen) return emptyState(say('desk_nothing_found'), linkButton(base, say('desk_filter_all')))
  const next = view.may('editor')
    ? linkButton('/desk/needs/new', say('desk_post', { side: 'need' }))
    : undefined
  return emptyState(say('desk_rings_empty'), next)
}

function ringsTable(rings: readonly RingFullyShown[], view: View): Html {
  const { say } = view
  return table({
    caption: say('desk_rings'),
    columns: [say('desk_ring_swapped'), say('desk_status'), say('desk_ring_parties'), say('desk_answer_by')],
    rows: rings.map((ring) => [
      html`<a href="${base}/${ring.id}">${ringTitle(ring, view)}</a>`,
      statusOfRing(ring, view),
      ring.parties.length,
      ring.status === 'proposed' ? instant(ring.expires_at, view) : '–',
    ]),
  })
}

/** Returns a title from what goes around in a ring. */
export function ringTitle({ parties }: RingFullyShown, { say }: View): string {
  return say('desk_ring', { skills: [...new Set(parties.flatMap(({ gives }) => gives.skills))] })
}

export function statusOfRing(ring: RingFullyShown, { say }: View): Html {
  const text = isYoursToAccept(ring)
    ? say('desk_yours_to_answer')
    : say('desk_ring_status', { status: ring.status })
  return badge(text, TONES[ring.status])
}

/** Tells whether the reader may accept. Somebody who speaks for all parties closes the ring by accepting once more. */
export function isYoursToAccept({ status, parties }: RingFullyShown): boolean {
  if (status !== 'proposed') return false
  return (
    parties.some(({ is_yours, has_accepted }) => is_yours && !has_accepted) ||
    parties.every(({ has_accepted }) => has_accepted)
  )
}

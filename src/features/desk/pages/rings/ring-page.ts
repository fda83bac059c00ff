import { type Html, html } from '../../../../shared/html.ts'
import { ringReasons, skillIn } from '../../../../shared/messages/index.ts'
import type { RingFullyShown } from '../../../barter/index.ts'
import { alert, badge, button, card, facts, instant, linkButton, postForm } from '../../look/parts.ts'
import type { DeskPage, View } from '../../look/view.ts'
import { ringDrawing } from './ring-drawing.ts'
import { isYoursToAccept, ringTitle, statusOfRing } from './rings-page.ts'

type Party = RingFullyShown['parties'][number]

interface Shown {
  ring: RingFullyShown
  /** Names of organizations and helpers by id, as far as the reader may know them. */
  names: ReadonlyMap<string, string>
  /** Why the last answer failed. */
  refusal?: string | undefined
}

export function partyIdOf({ organization_id, helper_id }: Party): string | null {
  return organization_id ?? helper_id
}

/** Shows one ring: who gives what to whom, the answers so far, and those that the reader may give. */
export function ringPage({ ring, names, refusal }: Shown, view: View): DeskPage {
  const { say, language } = view
  const called = ring.parties.map((party, at) => nameOf(party, at, names, view))
  const nodes = ring.parties.map((party, at) => ({
    name: called[at] ?? '',
    skill: skillIn(party.gives.skills[0] ?? '–', language),
    isYours: party.is_yours,
    hasAccepted: party.has_accepted,
  }))
  const label = say('desk_ring_drawing', { parties: ring.parties.length })
  return {
    title: ringTitle(ring, view),
    main: html`${alert(refusal)}${card({ body: stateOf(ring, view) })}
${view.may('editor') && ring.status === 'proposed' && answers(ring, view)}
<section class="card"><h2>${say('desk_ring_who')}</h2><figure class="ring">${ringDrawing(nodes, label)}</figure>
<ol>${ring.parties.map((_, at) => linkOf(ring, at, called, view))}</ol></section>`,
  }
}

function nameOf(party: Party, at: number, names: ReadonlyMap<string, string>, { say }: View): string {
  return names.get(partyIdOf(party) ?? '') ?? say('desk_ring_party', { number: at + 1 })
}

function stateOf(ring: RingFullyShown, view: View): Html {
  const { say } = view
  const reason = ringReasons.find((known) => known === ring.reason)
  return html`<p>${say('desk_ring_outcome', { status: ring.status })}</p>${facts([
    [say('desk_status'), statusOfRing(ring, view)],
    [say('desk_reason'), reason && say('desk_ring_reason', { reason })],
    [say('desk_ring_from'), say('desk_ring_proposer', { isYou: ring.is_proposed_by_you })],
    [say('desk_answer_by'), ring.status === 'proposed' && instant(ring.expires_at, view)],
    [
      say(ring.status === 'accepted' ? 'desk_started' : 'desk_ended'),
      ring.ended_at && instant(ring.ended_at, view),
    ],
    [say('desk_message'), ring.message],
  ])}`
}

function answers(ring: RingFullyShown, view: View): Html {
  const { say } = view
  const at = `/desk/rings/${ring.id}`
  const isToAccept = isYoursToAccept(ring)
  const end = say(isToAccept ? 'desk_decline' : 'desk_withdraw')
  const accept = card({
    title: say('desk_accept'),
    body: html`<p>${say('desk_ring_accept_lead')}</p>${postForm(view, { action: `${at}/accept`, body: button(say('desk_accept')) })}`,
  })
  const decline = card({
    title: end,
    body: html`<p>${say('desk_ring_decline_lead')}</p>${postForm(view, { action: `${at}/decline`, body: button(end, 'danger') })}`,
  })
  return html`<div class="cards">${isToAccept && accept}${decline}</div>`
}

/** Describes one gift in words, so that the drawing shows nothing more. */
function linkOf(
  { status, parties }: RingFullyShown,
  at: number,
  called: readonly string[],
  view: View,
): Html | null {
  const { say } = view
  const next = (at + 1) % parties.length
  const [party, receiver] = [parties[at], parties[next]]
  if (!party || !receiver) return null
  const { gives, to, hours_per_week: hours, engagement_id: engagementId } = party
  const sentence = say('desk_ring_gives', {
    from: called[at] ?? '',
    skills: gives.skills.length > 0 ? gives.skills : ['–'],
    to: called[next] ?? '',
  })
  const isOurs = party.is_yours || receiver.is_yours
  return html`<li><p><strong>${sentence}</strong> ${party.is_yours && badge(say('desk_ring_yours'))} ${answerOf(party, status, view)}</p>${facts(
    [
      [say('desk_ring_given'), gives.title],
      [say('desk_ring_wanted'), to.title],
      [say('desk_hours'), hours],
    ],
  )}${engagementId && isOurs && html`<p>${linkButton(`/desk/engagements/${engagementId}`, say('desk_ring_work'), 'quiet')}</p>`}</li>`
}

function answerOf({ has_accepted }: Party, status: RingFullyShown['status'], { say }: View): Html | null {
  if (has_accepted) return badge(say('desk_ring_answer', { hasAccepted: true }), 'good')
  return status === 'proposed' ? badge(say('desk_ring_answer', { hasAccepted: false }), 'wait') : null
}

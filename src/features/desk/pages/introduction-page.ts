import { type Html, html } from '../../../shared/html.ts'
import { declineReasons, type Introduction } from '../../introductions/index.ts'
import { type OwnNames, ownParties } from '../look/own-parties.ts'
import { button, card, checkbox, facts, instant, linkButton, postForm, selectField } from '../look/parts.ts'
import { needFacts, offerFacts } from '../look/posting-facts.ts'
import { refusedFields, textIn } from '../look/refused-form.ts'
import type { DeskPage, View } from '../look/view.ts'
import { isYoursToAnswer, statusBadge, titleOf } from './introductions-page.ts'

interface Shown {
  introduction: Introduction
  names: OwnNames
  /** Why the last answer failed. */
  refusal?: string
}

/** Shows one introduction with both postings, and the answers that the reader may give. */
export function introductionPage({ introduction: one, names, refusal }: Shown, view: View): DeskPage {
  const { say } = view
  const { need, offer, summary } = one.proposal ?? {}
  const isDeclined = one.status === 'declined'
  const reason = isDeclined ? declineReasons.find((known) => known === one.reason) : undefined
  return {
    title: titleOf(one, names, view),
    main: html`${refusal && html`<p class="fault" role="alert">${refusal}</p>`}
${card({
  body: html`${summary && html`<p>${summary}</p>`}${facts([
    [say('desk_status'), statusBadge(one, view)],
    [say('desk_reason'), reason && say('desk_decline_reason', { reason })],
    ['', say('desk_proposed_by', { side: one.proposed_by })],
    [say('desk_answer_by'), one.status === 'proposed' && instant(one.expires_at, view)],
    ...ownParties(one, names, view),
    [say('desk_message'), one.message],
  ])}`,
  actions: one.engagement_id && linkButton(`/desk/engagements/${one.engagement_id}`, say('desk_ring_work')),
})}
${view.may('editor') && answers(one, view)}
${one.contacts && contacts(one.contacts, view)}
<div class="cards">${need && card({ title: say('desk_the_need'), body: html`<h3>${need.title}</h3>${needFacts(need, view)}` })}${offer && card({ title: say('desk_the_offer'), body: html`<h3>${offer.title}</h3>${offerFacts(offer, view)}` })}</div>`,
  }
}

function answers(one: Introduction, view: View): Html | null {
  const { say } = view
  const at = `/desk/introductions/${one.id}`
  if (isYoursToAnswer(one)) {
    const reasons = declineReasons.map((reason) => ({
      value: reason,
      text: say('desk_decline_reason', { reason }),
    }))
    const accepted = refusedFields(view, `${at}/accept`)
    const declined = refusedFields(view, `${at}/decline`)
    return html`<div class="cards">${card({
      title: say('desk_accept'),
      body: postForm(view, {
        action: `${at}/accept`,
        body: html`${checkbox({ name: 'overcommit', label: say('desk_overcommit'), isChecked: accepted?.overcommit === 'true' })}${button(say('desk_accept'))}`,
      }),
    })}${card({
      title: say('desk_decline'),
      body: postForm(view, {
        action: `${at}/decline`,
        body: html`${selectField({ name: 'reason', label: say('desk_reason'), value: textIn(declined, 'reason'), options: reasons })}${button(say('desk_decline'), 'danger')}`,
      }),
    })}</div>`
  }
  if (one.status !== 'proposed') return null
  const body = button(say('desk_withdraw'), 'danger')
  return card({ body: postForm(view, { action: `${at}/withdraw`, body }) })
}

function contacts({ organization, helper }: NonNullable<Introduction['contacts']>, { say }: View): Html {
  const party = ({ name, contact }: typeof organization) =>
    html`<h3>${name}</h3>${facts([
      [say('desk_contact_name'), contact.name],
      [say('desk_contact_email'), contact.email],
      [say('desk_contact_phone'), contact.phone],
    ])}`
  return card({ title: say('desk_contacts'), body: html`${party(organization)}${party(helper)}` })
}

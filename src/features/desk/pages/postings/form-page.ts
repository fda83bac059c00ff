import type { Fault } from '../../../../shared/errors.ts'
import { type Html, html } from '../../../../shared/html.ts'
import type { Match, MatchPage } from '../../../matches/index.ts'
import type { Sent } from '../../forms.ts'
import { fieldOf, otherFaults, writeFields } from '../../look/form-fields.ts'
import {
  alert,
  bullets,
  button,
  card,
  emptyState,
  filters,
  hidden,
  linkButton,
  postForm,
  textField,
} from '../../look/parts.ts'
import type { DeskPage, View } from '../../look/view.ts'
import type { Section } from './form-sections.ts'
import { rankingOf } from './match-cards.ts'

export interface Readiness {
  score: number
  findings: readonly string[]
  firstChange: string | null
}

export interface Previewed {
  /** Null if the submitted values can't be posted yet. */
  page: MatchPage<Match> | null
  readiness: Readiness | null
}

export interface Form {
  side: 'need' | 'offer'
  /** Null for a new one. */
  id: string | null
  party: { field: string; id: string; name: string }
  sections: readonly Section[]
  sent: Sent
  faults?: readonly Fault[]
  refusal?: string | null
  preview?: Previewed
}

/** Shows the form that posts or edits a need or an offer, and its matches. */
export function postingFormPage(form: Form, view: View): DeskPage {
  const { say } = view
  const { side, id, party, sections, sent, faults = [], refusal, preview } = form
  const base = `/desk/${side}s`
  const at = id === null ? base : `${base}/${id}`
  const wrong = otherFaults(
    sections.flatMap(({ fields }) => fields),
    faults,
    view,
  )
  return {
    title: say(id === null ? 'desk_post' : 'desk_edit_posting', { side }),
    main: html`${alert(refusal)}${bullets(wrong)}
<div class="beside">${postForm(view, {
      action: id === null ? base : `${at}/edit`,
      preview: `${at}/preview`,
      body: html`${hidden(party.field, party.id)}${typeof sent.version === 'string' && hidden('version', sent.version)}<p>${say('desk_party', { side })}: <strong>${party.name}</strong></p>
${sections.map((section) => sectionOf(section, form, view))}
<div class="actions">${button(say(id === null ? 'desk_post_now' : 'desk_save'))}${previewButton(`${at}/preview`, view)}${linkButton(at, say('desk_cancel'), 'quiet')}</div>`,
    })}
<div class="preview" role="region" aria-label="${say('desk_preview')}" tabindex="0"><p id="preview-said" class="unseen" role="status"></p>
<div id="preview">${preview ? previewOf(side, preview, view) : html`<p class="hint">${say('desk_preview_lead')}</p>`}</div></div></div>`,
  }
}

function previewButton(at: string, { say }: View): Html {
  return html`<button class="quiet" formaction="${at}#preview" formnovalidate>${say('desk_preview')}</button>`
}

/** Renders a section of fields with the submitted values and their faults. */
export function sectionOf(
  { title, lead, kind, isFolded, fields }: Section,
  { sent, faults = [] }: Pick<Form, 'sent' | 'faults'>,
  view: View,
): Html {
  const body = html`${lead && html`<p>${lead}</p>`}${writeFields(fields, { sent, faults }, view)}`
  const isFilled = Object.keys(sent).some((name) =>
    fields.some(({ at }) => name === at || name.startsWith(`${at}/`)),
  )
  const isOpen = isFilled || faults.some((fault) => fieldOf(fields, fault))
  if (isFolded)
    return html`<details class="card"${isOpen && html` open`}><summary><h2>${title}</h2></summary>${body}</details>`
  return html`<fieldset class="card"${kind && html` data-kind="${kind}"`}><legend><h2>${title}</h2></legend>${body}</fieldset>`
}

function previewOf(side: 'need' | 'offer', { page, readiness }: Previewed, view: View): Html {
  const { say } = view
  const found =
    page && html`<p class="unseen" data-gist>${say('desk_preview_found', { count: page.data.length })}</p>`
  const ranking = page && rankingOf({ side, at: null, page, nextUrl: null }, view)
  return html`${readiness && readinessCard(readiness, view)}${found}${ranking ?? html`<p data-gist>${say('desk_preview_later')}</p>`}`
}

function readinessCard({ score, findings, firstChange }: Readiness, { say }: View): Html {
  return card({
    title: html`<span data-gist>${say('desk_readiness', { score })}</span>`,
    body: html`${firstChange && html`<p>${say('desk_first_change')} <strong>${firstChange}</strong></p>`}${findings.length > 0 && html`<details><summary>${say('desk_notices')}</summary>${bullets(findings)}</details>`}`,
  })
}

interface Parties {
  side: 'need' | 'offer'
  /** The form to which the choice leads, and its title. Default: posting one. */
  at?: string
  title?: string
  parties: readonly { id: string; name: string }[]
  q: string | undefined
  nextUrl: string | null
}

/** Asks to which organization or helper the posting will belong. */
export function choosePartyPage(asked: Parties, { say }: View): DeskPage {
  const { side, parties, q, nextUrl } = asked
  const { at = `/desk/${side}s/new`, title = say('desk_post', { side }) } = asked
  const party = side === 'need' ? 'organization' : 'helper'
  const add = linkButton(`/desk/${party}s/new`, say('desk_new_party', { party }))
  const field = side === 'need' ? 'organization_id' : 'helper_id'
  const search = filters(at, {
    fields: [textField({ name: 'q', type: 'search', label: say('desk_name'), value: q, maxLength: 200 })],
    submit: say('desk_search'),
  })
  const found = parties.map(({ id, name }) => html`<a href="${at}?${field}=${id}">${name}</a>`)
  return {
    title,
    main: html`<p>${say('desk_choose_party', { side })}</p>${search}${
      parties.length > 0
        ? bullets(found)
        : emptyState(
            q ? say('desk_nothing_found') : say('desk_no_parties', { side }),
            html`${!q && html`${add} `}${linkButton('/desk/imports', say('desk_imports'), 'quiet')}`,
          )
    }<div class="actions">${nextUrl && linkButton(nextUrl, say('desk_more'))}${(parties.length > 0 || q) && add}</div>`,
  }
}

import { type Html, html, type Part } from '../../../shared/html.ts'
import type { View } from './view.ts'

/** The parts of every page of the desk. Each takes values and returns HTML. */

export function card({ title, body, actions }: { title?: Part; body: Part; actions?: Part }): Html {
  return html`<section class="card">${title && html`<h2>${title}</h2>`}${body}${actions && html`<div class="actions">${actions}</div>`}</section>`
}

export function emptyState(text: string, action?: Html): Html {
  return html`<div class="empty"><p>${text}</p>${action}</div>`
}

export type Tone = 'good' | 'wait' | 'bad' | 'plain'
export function badge(text: string, tone: Tone = 'plain'): Html {
  return html`<span class="badge ${tone}">${text}</span>`
}

/** Renders names and values, one below the other. Skips empty values. */
export function facts(pairs: readonly (readonly [name: string, value: Part])[]): Html {
  const shown = pairs.filter(
    ([, value]) => value !== null && value !== undefined && value !== false && value !== '',
  )
  return html`<dl>${shown.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`
}

/** Renders a table that becomes a list of cards on a phone, where each cell shows the name of its column. */
export function table({
  caption,
  columns,
  rows,
}: {
  caption: string
  columns: readonly string[]
  rows: readonly (readonly Part[])[]
}): Html {
  return html`<table><caption class="unseen">${caption}</caption>
<thead><tr>${columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows.map((cells) => html`<tr>${cells.map((cell, at) => html`<td data-column="${columns[at]}">${cell}</td>`)}</tr>`)}</tbody></table>`
}

/** Renders an instant in UTC; desk.js converts it to the reader's time zone. */
export function instant(at: Date | string, view: View): Html {
  const iso = new Date(at).toISOString()
  return html`<time datetime="${iso}">${view.say('desk_instant', { at: Date.parse(iso) })}</time>`
}

export function linkButton(href: string, text: string, look: 'main' | 'quiet' = 'main'): Html {
  return html`<a class="button ${look}" href="${href}">${text}</a>`
}

export function button(text: string, look: 'main' | 'quiet' | 'danger' = 'main'): Html {
  return html`<button class="${look}">${text}</button>`
}

/**
 * Renders a placeholder that desk.js replaces with the element of the same id on another page. Without scripts it is a link
 * to that page.
 */
export function loadedLater({ id, from, name }: { id: string; from: string; name: string }): Html {
  return html`<div id="${id}" data-late="${from}" tabindex="-1">${linkButton(from, name, 'quiet')}</div>`
}

/** Renders a form that changes something, with the key of the session. */
export function postForm(
  view: View,
  { action, preview, body }: { action: string; preview?: string; body: Part },
): Html {
  return html`<form method="post" action="${action}"${preview && html` data-preview="${preview}"`}>${
    view.session && html`<input type="hidden" name="form_key" value="${view.session.formKey}">`
  }${body}</form>`
}

interface Field {
  name: string
  /** Set if several fields of a page have the same name. */
  id?: string
  label: string
  value?: string | undefined
  hint?: string
  fault?: string | undefined
  isRequired?: boolean
}

export function textField(
  field: Field & {
    type?: 'text' | 'search' | 'number' | 'decimal' | 'date' | 'time' | 'color'
    maxLength?: number
  },
): Html {
  const { name, id = name, value = '', type = 'text', maxLength, isRequired } = field
  return labelled(
    field,
    // A text field, because type="number" accepts a decimal comma only in some languages.
    html`<input id="${id}" name="${name}" type="${type === 'decimal' ? 'text' : type}"${type === 'decimal' && html` inputmode="decimal"`} value="${value}"${maxLength && html` maxlength="${maxLength}"`}${isRequired && html` required`}${describedBy(field)}>`,
  )
}

interface Option {
  value: string
  text: string
  /** An instant that the text holds in UTC, as `shown`; desk.js converts it to the reader's time zone. */
  instant?: { at: Date; shown: string }
}

/** Renders a select. With `isOwnZone`, desk.js preselects the reader's time zone. */
export function selectField(field: Field & { options: readonly Option[]; isOwnZone?: boolean }): Html {
  const { name, id = name, value, options, isOwnZone } = field
  const shown = options.map(
    (one) =>
      html`<option value="${one.value}"${one.value === value && html` selected`}${one.instant && html` data-at="${one.instant.at.toISOString()}" data-in="${one.instant.shown}"`}>${one.text}</option>`,
  )
  return labelled(
    field,
    html`<select id="${id}" name="${name}"${isOwnZone && html` data-own-zone`}${describedBy(field)}>${shown}</select>`,
  )
}

export function checkbox({
  name,
  label,
  isChecked = false,
}: {
  name: string
  label: string
  isChecked?: boolean
}): Html {
  return html`<label class="check"><input type="checkbox" name="${name}" value="true"${isChecked && html` checked`}> ${label}</label>`
}

function labelled({ name, id = name, label, hint, fault }: Field, control: Html): Html {
  return html`<div class="field"><label for="${id}">${label}</label>${control}${
    hint && html`<p class="hint" id="${id}-hint">${hint}</p>`
  }${fault && html`<p class="fault" id="${id}-fault">${fault}</p>`}</div>`
}

function describedBy({ name, id = name, hint, fault }: Field): Part {
  const ids = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
  return ids !== '' && html` aria-describedby="${ids}"${fault && html` aria-invalid="true"`}`
}

/**
 * Renders a step that can't be undone: the button shows what it would do, and a second button does it. Works without
 * scripts.
 */
export function confirmed({
  summary,
  warning,
  form,
}: {
  summary: string
  warning: string
  form: Html
}): Html {
  return html`<details class="confirm"><summary>${summary}</summary><p>${warning}</p>${form}</details>`
}

/** Renders check boxes of which any number may be chosen. */
export function choiceGroup({
  name,
  label,
  hint,
  fault,
  options,
  chosen,
}: Pick<Field, 'name' | 'label' | 'hint' | 'fault'> & {
  options: readonly { value: string; text: string }[]
  chosen: readonly string[]
}): Html {
  const boxes = options.map(
    ({ value, text }) =>
      html`<label class="check"><input type="checkbox" name="${name}" value="${value}"${chosen.includes(value) && html` checked`}> ${text}</label>`,
  )
  const about = [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ')
  return html`<fieldset class="field"${about !== '' && html` aria-describedby="${about}"`}><legend>${label}</legend><div class="boxes">${boxes}</div>${
    hint && html`<p class="hint" id="${name}-hint">${hint}</p>`
  }${fault && html`<p class="fault" id="${name}-fault">${fault}</p>`}</fieldset>`
}

export function textArea(field: Field & { maxLength?: number; rows?: number }): Html {
  const { name, id = name, value = '', maxLength, rows = 4, isRequired } = field
  return labelled(
    field,
    // The first line break of a textarea is not part of its text.
    html`<textarea id="${id}" name="${name}" rows="${rows}"${maxLength && html` maxlength="${maxLength}"`}${isRequired && html` required`}${describedBy(field)}>
${value}</textarea>`,
  )
}

export function hidden(name: string, value: string | number): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`
}

/** Renders why the last step failed. */
export function alert(refusal: string | null | undefined): Html | null {
  return refusal ? html`<p class="fault" role="alert">${refusal}</p>` : null
}

/** Renders a list with bullets, or nothing. */
export function bullets(items: readonly Part[]): Html | null {
  return items.length === 0 ? null : html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`
}

/** Renders the filters of a list. Works without scripts. */
export function filters(
  action: string,
  { fields, submit }: { fields: readonly Html[]; submit: string },
): Html {
  return html`<form class="filters" method="get" action="${action}" role="search">${fields}${button(submit, 'quiet')}</form>`
}

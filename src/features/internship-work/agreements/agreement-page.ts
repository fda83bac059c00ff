import { htmlPage } from '../../../platform/http/index.ts'
import { escapeXml } from '../../../shared/escape-xml.ts'
import type { AgreementContent, Role } from './agreements.schemas.ts'
import type { SignedAgreement } from './read-signed-agreement.ts'

const ROLES = {
  student: 'Student',
  office: 'Internship office',
  supervisor: 'Supervisor',
} as const satisfies Record<Role, string>

/** Renders an agreement as a page to print, with the names of both parties. */
export function agreementPage({ engagement, row, approvals, isNewest, names }: SignedAgreement): string {
  const title = `Learning agreement: ${engagement.title}`
  const approved = new Map(approvals.map((one) => [one.role, one.approvedAt.toISOString()]))
  const signed = row.needed.map((role) => {
    const when = approved.get(role)
    return `<tr><td>${ROLES[role]}</td><td>${when ? `approved on ${when.slice(0, 10)}` : 'not yet approved'}</td></tr>`
  })
  const note = isNewest ? '' : '<p>This version was replaced by a newer one.</p>'
  const main = `<h1>${escapeXml(title)}</h1>
<p>${escapeXml(names.helper)} at ${escapeXml(names.organization)}. Version ${row.version}, written on ${row.writtenAt.toISOString().slice(0, 10)}.</p>
${note}<dl>${row.content ? contentOf(row.content) : ''}</dl>
<h2>Approvals of version ${row.version}</h2>
<table>${signed.join('')}</table>`
  return htmlPage({ title, header: '', main })
}

function contentOf(content: AgreementContent): string {
  const { starts_on, ends_on, hours_per_week, hours } = content
  const list = (items: readonly string[]) => items.map((item) => `<li>${linesOf(item)}</li>`).join('')
  const amount = [hours_per_week && `${hours_per_week} hours a week`, hours && `${hours} hours in total`]
  const parts: [string, string][] = [
    ['Learning goals', listOf(list(content.learning_goals))],
    ['Tasks', listOf(list(content.tasks))],
    ['Supervision', linesOf(content.supervision ?? '')],
    ['Assessment', linesOf(content.assessment ?? '')],
    ['Dates', [starts_on, ends_on].filter(Boolean).join(' to ')],
    ['Hours', amount.filter(Boolean).join(', ')],
    ['Notes', linesOf(content.notes ?? '')],
  ]
  return parts.flatMap(([name, html]) => (html ? [`<dt>${name}</dt><dd>${html}</dd>`] : [])).join('\n')
}

/** Returns text with its line breaks as HTML. */
function linesOf(text: string): string {
  return escapeXml(text).replaceAll(/\r?\n/g, '<br>')
}

function listOf(items: string): string {
  return items && `<ul>${items}</ul>`
}

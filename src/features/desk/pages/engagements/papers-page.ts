import { type Html, html } from '../../../../shared/html.ts'
import type { Engagement } from '../../../engagements/index.ts'
import type { DocumentRow, ReadAgreement, Role } from '../../../internship-work/index.ts'
import { sentOf } from '../../look/form-fields.ts'
import { alert, button, card, emptyState, hidden, linkButton, postForm, table } from '../../look/parts.ts'
import type { DeskPage, View } from '../../look/view.ts'
import { agreementText, approvalTable } from './agreement-sections.ts'
import { evaluationsCard } from './evaluations-card.ts'
import { agreementFields, documentFields } from './paper-fields.ts'
import { type PapersShown, paperForm, papersAt } from './paper-form.ts'

/** Shows the learning agreement of an internship, the documents of any work, and the evaluations. */
export function papersPage(shown: PapersShown, view: View): DeskPage {
  const { engagement, refused } = shown
  const isInternship = engagement.kind === 'intern'
  return {
    title: `${view.say('desk_papers', { word: isInternship ? 'title' : 'documents' })}: ${engagement.title}`,
    main: html`${alert(refused?.refusal)}
${isInternship && agreementCard(shown, view)}
${documentsCard(shown, view)}
${isInternship && evaluationsCard(shown, view)}
<p>${linkButton(`/desk/engagements/${engagement.id}`, view.say('desk_back'), 'quiet')}</p>`,
  }
}

function agreementCard(shown: PapersShown, view: View): Html {
  const { say } = view
  const { engagement, agreement } = shown
  const mayWrite = engagement.status === 'active' && view.may('editor')
  const title = say('desk_papers', { word: 'agreement' })
  if (!agreement)
    return card({
      title,
      body: html`<p>${say('desk_papers', { word: 'none' })}</p>${mayWrite && writing(shown, view)}`,
    })
  const { row, isNewest, approvals } = agreement
  const isApproved = approvals.length === row.needed.length
  const at = papersAt(engagement.id)
  const form = (role: Role) =>
    mayWrite && isNewest && agreement.yours.includes(role) ? approving(engagement, { row, role }, view) : null
  return card({
    title: html`${title} · ${say('desk_agreement_version', { version: row.version })}`,
    body: html`${!isNewest && html`<p>${say('desk_papers', { word: 'replaced' })} <a href="${at}">${say('desk_papers', { word: 'newest' })}</a></p>`}
${agreementText(agreement, view)}<h3>${say('desk_papers', { word: 'approvals' })}</h3>
${isApproved && html`<p>${say('desk_papers', { word: 'all_approved' })}</p>`}${approvalTable(agreement, { form }, view)}
${earlierVersions(at, row.version, view)}${mayWrite && isNewest && writing(shown, view)}`,
    actions: linkButton(
      `/desk/engagements/${engagement.id}/agreement?version=${row.version}`,
      say('desk_papers', { word: 'print' }),
      'quiet',
    ),
  })
}

function approving(
  { id }: Engagement,
  { row, role }: { row: ReadAgreement['row']; role: Role },
  view: View,
): Html {
  return postForm(view, {
    action: `/desk/engagements/${id}/agreement/approve`,
    body: html`${hidden('version', row.version)}${hidden('as', role)}${button(view.say('desk_approve_as', { role }))}`,
  })
}

const MOST_VERSIONS = 20

function earlierVersions(at: string, version: number, { say }: View): Html | null {
  if (version === 1) return null
  const earlier = Array.from(
    { length: Math.min(version - 1, MOST_VERSIONS) },
    (_, back) => version - 1 - back,
  )
  return html`<p>${say('desk_papers', { word: 'earlier' })}: ${earlier.map((one) => html` <a href="${at}?version=${one}">${one}</a>`)}</p>`
}

/** Renders the form of the next version, which begins with what the newest one or else the plan says. */
function writing(shown: PapersShown, view: View): Html {
  const { say } = view
  const { engagement, agreement, refused } = shown
  const fields = agreementFields(engagement, view)
  const { learning_goals, starts_on, ends_on, hours } = engagement.plan
  const start = agreement?.row.content ?? {
    ...{ learning_goals, starts_on, ends_on, hours, hours_per_week: engagement.hours_per_week },
  }
  const word = agreement ? 'change' : 'write'
  const form = paperForm(
    shown,
    {
      ...{ form: 'agreement', action: 'agreement', fields, sent: sentOf(fields, { content: start }, view) },
      ...(agreement && { extra: hidden('replaces', agreement.row.version) }),
      submit: button(say('desk_save')),
    },
    view,
  )
  const lead = agreement && html`<p>${say('desk_papers', { word: 'change_lead' })}</p>`
  return html`<details${refused?.form === 'agreement' && html` open`}><summary>${say('desk_papers', { word })}</summary>${lead}${form}</details>`
}

function documentsCard(shown: PapersShown, view: View): Html {
  const { say } = view
  const { engagement, documents } = shown
  const remove = ({ id, addedBy }: DocumentRow) =>
    view.may('editor') && engagement.yours.includes(addedBy)
      ? postForm(view, {
          action: `/desk/engagements/${engagement.id}/documents/remove`,
          body: html`${hidden('document_id', id)}${button(say('desk_remove'), 'quiet')}`,
        })
      : null
  const list = table({
    caption: say('desk_papers', { word: 'documents' }),
    columns: [say('desk_papers', { word: 'document_title' }), say('desk_logged_by'), say('desk_remove')],
    rows: documents.map((one) => [
      html`<a href="${one.url}" rel="noreferrer">${one.title}</a>`,
      say('desk_party', { side: one.addedBy }),
      remove(one),
    ]),
  })
  const fields = documentFields(engagement, view)
  const submit = button(say('desk_papers', { word: 'add_document' }))
  return card({
    title: say('desk_papers', { word: 'documents' }),
    body: html`${documents.length === 0 ? emptyState(say('desk_papers', { word: 'no_documents' })) : list}${view.may('editor') && paperForm(shown, { form: 'documents', action: 'documents', fields, submit }, view)}`,
  })
}

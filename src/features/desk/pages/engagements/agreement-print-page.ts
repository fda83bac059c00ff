import { html } from '../../../../shared/html.ts'
import type { EngagementId } from '../../../engagements/index.ts'
import type { SignedAgreement } from '../../../internship-work/index.ts'
import { emptyState, linkButton } from '../../look/parts.ts'
import type { DeskPage, View } from '../../look/view.ts'
import { agreementText, approvalTable } from './agreement-sections.ts'
import { papersAt } from './paper-form.ts'

/** Says that there is no agreement to print. */
export function noAgreementPage(id: EngagementId, { say }: View): DeskPage {
  return {
    title: say('desk_papers', { word: 'agreement' }),
    main: emptyState(say('desk_papers', { word: 'none' }), linkButton(papersAt(id), say('desk_back'))),
  }
}

/** Shows a version of a learning agreement with the names of both parties, to print. */
export function agreementPrintPage(signed: SignedAgreement, view: View): DeskPage {
  const { say } = view
  const { engagement, row, names, isNewest } = signed
  const version = say('desk_agreement_version', { version: row.version })
  return {
    title: say('desk_title_of_agreement', { title: engagement.title }),
    main: html`<p class="screen">${say('desk_cohort', { word: 'print' })}</p>
<p>${say('desk_works_at', names)} · ${version}</p>
${!isNewest && html`<p>${say('desk_papers', { word: 'replaced' })}</p>`}
${agreementText(signed, view)}
<h2>${say('desk_papers', { word: 'approvals' })}</h2>
${approvalTable(signed, {}, view)}
<div class="actions">${linkButton(papersAt(engagement.id), say('desk_back'), 'quiet')}</div>`,
  }
}

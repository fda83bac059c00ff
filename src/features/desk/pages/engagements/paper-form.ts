import type { Fault } from '../../../../shared/errors.ts'
import { type Html, html } from '../../../../shared/html.ts'
import type { Engagement } from '../../../engagements/index.ts'
import type { DocumentRow, EvaluationRow, ReadAgreement } from '../../../internship-work/index.ts'
import type { EvaluationQuestions } from '../../../internships/index.ts'
import type { Sent } from '../../forms.ts'
import { type FormField, writeFields } from '../../look/form-fields.ts'
import { postForm } from '../../look/parts.ts'
import type { View } from '../../look/view.ts'

export type PaperForm = 'agreement' | 'documents' | 'mid_term' | 'final'

export interface PapersShown {
  engagement: Engagement
  agreement: ReadAgreement | null
  documents: readonly DocumentRow[]
  questions: EvaluationQuestions
  evaluations: readonly EvaluationRow[]
  refused?: { form: PaperForm | null; sent: Sent; faults: readonly Fault[]; refusal: string }
}

export function papersAt(id: Engagement['id']): string {
  return `/desk/engagements/${id}/papers`
}

interface PaperFormGiven {
  form: PaperForm
  action: string
  fields: readonly FormField[]
  sent?: Sent
  submit: Html
  extra?: Html
}

/** Renders one form of the page, with the submitted values if it was the refused one. */
export function paperForm(
  { engagement, refused }: PapersShown,
  { form, action, fields, sent = {}, submit, extra }: PaperFormGiven,
  view: View,
): Html {
  const filled = refused?.form === form ? { sent: refused.sent, faults: refused.faults } : { sent }
  const inputs = writeFields(fields, { ...filled, idPrefix: form }, view)
  return postForm(view, {
    action: `/desk/engagements/${engagement.id}/${action}`,
    body: html`${extra}${inputs}${submit}`,
  })
}

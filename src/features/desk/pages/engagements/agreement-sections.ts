import { type Html, html, type Part } from '../../../../shared/html.ts'
import type { AgreementContent, ReadAgreement, Role } from '../../../internship-work/index.ts'
import { badge, bullets, facts, instant, table } from '../../look/parts.ts'
import type { View } from '../../look/view.ts'

/** Renders what a version says. */
export function agreementText({ row }: ReadAgreement, view: View): Html {
  const { say } = view
  const about: [string, Part][] = [
    [say('desk_papers', { word: 'written' }), instant(row.writtenAt, view)],
    [say('desk_logged_by'), say('desk_party', { side: row.writtenBy })],
  ]
  return row.content
    ? facts([...about, ...contentOf(row.content, view)])
    : html`${facts(about)}<p>${say('desk_papers', { word: 'gone' })}</p>`
}

function contentOf(content: AgreementContent, { say }: View): [string, Part][] {
  const { starts_on: starts, ends_on: ends } = content
  const word = (word: Parameters<typeof say<'desk_papers'>>[1]['word']) => say('desk_papers', { word })
  return [
    [say('desk_learning_goals'), bullets(content.learning_goals)],
    [word('tasks'), bullets(content.tasks)],
    [word('supervision'), paragraphs(content.supervision)],
    [word('assessment'), paragraphs(content.assessment)],
    [say('desk_starts'), starts && say('desk_day', { day: starts })],
    [say('desk_ends'), ends && say('desk_day', { day: ends })],
    [say('desk_hours'), content.hours_per_week],
    [say('desk_plan_hours'), content.hours],
    [word('notes'), paragraphs(content.notes)],
  ]
}

function paragraphs(text: string | null): Html | null {
  return text === null ? null : html`${text.split('\n').map((line) => html`<p>${line}</p>`)}`
}

/** Renders who has approved a version, and the form of those who have not if it is the reader's. */
export function approvalTable(
  { row, approvals }: Pick<ReadAgreement, 'row' | 'approvals'>,
  { form }: { form?: (role: Role) => Html | null },
  view: View,
): Html {
  const { say } = view
  const approvedAt = new Map(approvals.map((one) => [one.role, one.approvedAt]))
  return table({
    caption: say('desk_papers', { word: 'approvals' }),
    columns: [say('desk_role'), say('desk_papers', { word: 'approvals' })],
    rows: row.needed.map((role) => {
      const at = approvedAt.get(role)
      const open = html`${badge(say('desk_papers', { word: 'not_yet' }), 'wait')} ${form?.(role)}`
      return [say('desk_agreement_role', { role }), at ? instant(at, view) : open]
    }),
  })
}

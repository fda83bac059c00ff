import { html } from '../../../../shared/html.ts'
import type { Internships } from '../../../internships/index.ts'
import { button, card, linkButton, postForm } from '../../look/parts.ts'
import type { DeskPage, View } from '../../look/view.ts'

/** Everything stored about a student. */
type Held = Awaited<ReturnType<Internships['candidates']['export']>>

/** Shows what erasing a student removes, and the button that does it. */
export function erasePage(
  { held, refusal }: { held: Held; refusal: string | undefined },
  view: View,
): DeskPage {
  const { say } = view
  const { id, name } = held.candidate
  const papers = held.agreements.length + held.documents.length + held.evaluations.length
  const counted = [
    ['desk_student_introductions', held.introductions.length],
    ['desk_student_engagements', held.engagements.length],
    ['desk_student_papers', papers],
    ['desk_student_rows', held.import_rows.length],
  ] as const
  const goes = [
    say('desk_student', { word: 'erase_record' }),
    ...counted.flatMap(([code, count]) => (count === 0 ? [] : [say(code, { count })])),
  ]
  return {
    title: say('desk_student_erase_sure', { name }),
    main: html`${refusal && html`<p class="fault" role="alert">${refusal}</p>`}${card({
      body: html`<p>${say('desk_student', { word: 'erase_lead' })}</p><ul>${goes.map((one) => html`<li>${one}</li>`)}</ul>
<p>${say('desk_student', { word: 'erase_keeps' })}</p>`,
      actions: html`${postForm(view, {
        action: `/desk/students/${id}/erase`,
        body: button(say('desk_student', { word: 'erase' }), 'danger'),
      })}${linkButton(`/desk/students/${id}/export.json`, say('desk_student', { word: 'export' }))}${linkButton(`/desk/students/${id}`, name)}`,
    })}`,
  }
}

import type { Engagement } from '../../../engagements/index.ts'
import type { EvaluationQuestion } from '../../../internships/index.ts'
import type { FormField } from '../../look/form-fields.ts'
import type { View } from '../../look/view.ts'
import { sideFields } from './engagement-fields.ts'

type Shown = Pick<Engagement, 'kind' | 'yours'>
const SCALE = [1, 2, 3, 4, 5] as const
const LONGEST = 2000

/** Returns the fields of a version of a learning agreement. */
export function agreementFields(shown: Shown, view: View): FormField[] {
  const { say } = view
  const word = (word: Parameters<typeof say<'desk_papers'>>[1]['word']) => say('desk_papers', { word })
  const hint = say('desk_lines_hint')
  return [
    { at: 'content/learning_goals', kind: 'lines', label: say('desk_learning_goals'), hint },
    { at: 'content/tasks', kind: 'lines', label: word('tasks'), hint },
    {
      ...{ at: 'content/supervision', kind: 'long', maxLength: LONGEST },
      ...{ label: word('supervision'), hint: word('supervision_hint') },
    },
    { at: 'content/assessment', kind: 'long', label: word('assessment'), maxLength: LONGEST },
    { at: 'content/starts_on', kind: 'day', label: say('desk_starts') },
    { at: 'content/ends_on', kind: 'day', label: say('desk_ends') },
    { at: 'content/hours_per_week', kind: 'number', label: say('desk_hours') },
    { at: 'content/hours', kind: 'number', label: say('desk_plan_hours') },
    { at: 'content/notes', kind: 'long', label: word('notes'), maxLength: LONGEST },
    ...sideFields(shown, view),
  ]
}

export function documentFields(shown: Shown, view: View): FormField[] {
  const { say } = view
  const written = { kind: 'text', isRequired: true } as const
  return [
    { ...written, at: 'title', label: say('desk_papers', { word: 'document_title' }), maxLength: 200 },
    {
      ...{ ...written, at: 'url', label: say('desk_papers', { word: 'document_url' }), maxLength: 2000 },
      hint: say('desk_papers', { word: 'document_hint' }),
    },
    ...sideFields(shown, view),
  ]
}

/** Returns a field for each question, at `answers/` and its id. */
export function answerFields(
  questions: readonly EvaluationQuestion[],
  shown: Shown,
  view: View,
): FormField[] {
  return [...questions.map((question) => answerField(question, view)), ...sideFields(shown, view)]
}

function answerField(asked: EvaluationQuestion, { say }: View): FormField {
  const field = { at: answerAt(asked), label: asked.question }
  // A blank option, since nothing may be chosen for the reader.
  const choice = (options: { value: string; text: string }[]): FormField => ({
    ...{ ...field, kind: 'choice' },
    options: [{ value: '', text: '–' }, ...options],
  })
  switch (asked.kind) {
    case 'text':
      return { ...field, kind: 'long', maxLength: LONGEST }
    case 'scale':
      return choice(
        SCALE.map((value) => ({ value: String(value), text: say('desk_scale_answer', { value }) })),
      )
    case 'choice':
      return choice(asked.choices.map((value) => ({ value, text: value })))
  }
}

export function answerAt({ id }: Pick<EvaluationQuestion, 'id'>): string {
  return `answers/${id}`
}

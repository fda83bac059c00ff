import { type Html, html } from '../../../../shared/html.ts'
import type { EvaluationRow } from '../../../internship-work/index.ts'
import { button, card, facts, hidden } from '../../look/parts.ts'
import type { View } from '../../look/view.ts'
import { answerFields } from './paper-fields.ts'
import { type PapersShown, paperForm } from './paper-form.ts'

type Moment = EvaluationRow['moment']

/** Renders the answers of both sides, and a form for each evaluation that the reader's side still owes. */
export function evaluationsCard(shown: PapersShown, view: View): Html {
  const { say } = view
  return card({
    title: say('desk_papers', { word: 'evaluations' }),
    body: html`<p>${say('desk_papers', { word: 'evaluations_lead' })}</p>${(['mid_term', 'final'] as const).map((moment) => oneMoment(shown, moment, view))}`,
  })
}

function oneMoment(shown: PapersShown, moment: Moment, view: View): Html {
  const { say } = view
  const { engagement, evaluations, questions } = shown
  const given = evaluations.filter((one) => one.moment === moment)
  const isOwed = engagement.yours.some((side) => !given.some((one) => one.side === side))
  const isWaiting = !isOwed && given.length < 2
  const asksNothing = questions[moment].length === 0 && given.length === 0
  return html`<h3>${say('desk_papers', { word: moment })}</h3>${given.map((one) => answersOf(one, view))}${
    asksNothing && html`<p>${say('desk_papers', { word: 'no_questions' })}</p>`
  }${isWaiting && html`<p>${say('desk_papers', { word: 'waits' })}</p>`}${
    isOwed && questions[moment].length > 0 && view.may('editor') && answering(shown, moment, view)
  }`
}

function answersOf({ side, answers }: EvaluationRow, view: View): Html {
  return html`<h4>${view.say('desk_party', { side })}</h4>${facts(
    answers.map(({ question, value }) => [question.question, String(value)]),
  )}`
}

function answering(shown: PapersShown, moment: Moment, view: View): Html {
  const { questions, engagement, refused } = shown
  const fields = answerFields(questions[moment], engagement, view)
  const form = paperForm(
    shown,
    {
      ...{ form: moment, action: 'evaluations', fields },
      ...{ extra: hidden('moment', moment), submit: button(view.say('desk_send')) },
    },
    view,
  )
  return html`<details${refused?.form === moment && html` open`}><summary>${view.say('desk_send')}</summary>${form}</details>`
}

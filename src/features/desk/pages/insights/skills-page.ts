import { html } from '../../../../shared/html.ts'
import { skillIn } from '../../../../shared/messages/index.ts'
import { HIDDEN_BELOW } from '../../../insights/index.ts'
import { card, linkButton, table } from '../../look/parts.ts'
import type { DeskPage, View } from '../../look/view.ts'

export interface LackingSkill {
  label: string
  /** Number of needs that ask for it. */
  wanted: number
  /** Number of open offers of the partner. */
  own: number
  /** Number of open offers of others, rounded down. Null if there are too few to tell. */
  others: number | null
}

/** Lists the skills that needs ask for and few offer. *Insights* also loads and shows it. */
export function skillsPage(
  { skills, weeks }: { skills: readonly LackingSkill[]; weeks: string },
  view: View,
): DeskPage {
  const { say, language } = view
  const word = (word: 'skills' | 'skills_lead' | 'skills_none' | 'skill' | 'wanted' | 'own' | 'others') =>
    say('desk_insight', { word })
  const number = (value: number) => say('desk_number', { value })
  const list = table({
    caption: word('skills'),
    columns: [word('skill'), word('wanted'), word('own'), word('others')],
    rows: skills.map(({ label, wanted, own, others }) => [
      skillIn(label, language),
      number(wanted),
      number(own),
      say('desk_insight_others', { count: others, few: HIDDEN_BELOW }),
    ]),
  })
  return {
    title: say('desk_insights'),
    main: html`<div id="skills">${card({
      title: word('skills'),
      body:
        skills.length === 0
          ? html`<p>${word('skills_none')}</p>`
          : html`<p>${word('skills_lead')}</p>${list}`,
    })}</div><div class="actions">${linkButton(`/desk/insights?weeks=${weeks}`, say('desk_insights'), 'quiet')}</div>`,
  }
}

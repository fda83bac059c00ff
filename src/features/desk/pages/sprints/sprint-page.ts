import { type Html, html } from '../../../../shared/html.ts'
import type { Sprint } from '../../../sprints/index.ts'
import { badge, card, facts, instant, linkButton } from '../../look/parts.ts'
import type { DeskPage, View } from '../../look/view.ts'
import { matchCard, readingHint } from '../postings/match-cards.ts'

interface Shown {
  sprint: Sprint
  organization: string
}

/** Shows one sprint: the time left, and for each bottleneck the help found, who fits, or the change that opens most. */
export function sprintPage({ sprint, organization }: Shown, view: View): DeskPage {
  const { say } = view
  const { bottlenecks } = sprint
  const counts = { found: sprint.found, of: bottlenecks.length }
  return {
    title: say('desk_sprint_of', { name: organization }),
    main: html`${card({
      body: facts([
        [
          say('desk_party', { side: 'need' }),
          html`<a href="/desk/organizations/${sprint.organization_id}">${organization}</a>`,
        ],
        [say('desk_ends'), instant(sprint.deadline_at, view)],
        [say('desk_sprint_hours_left'), say('desk_number', { value: sprint.hours_left })],
        [say('desk_sprint_found'), say('desk_sprint_found_of', counts)],
      ]),
    })}
${bottlenecks.map((one) => bottleneckSection(one, { isOver: sprint.hours_left === 0, view }))}`,
  }
}

type Bottleneck = Sprint['bottlenecks'][number]

function bottleneckSection(one: Bottleneck, { isOver, view }: { isOver: boolean; view: View }): Html {
  const { say } = view
  const { need_id: id, title, found, introductions, matches, still_reading: stillReading } = one
  if (title === null) return card({ body: html`<p>${say('desk_sprint_deleted')}</p>` })
  const at = `/desk/needs/${id}`
  const state = badge(say('desk_sprint_has_help', { found }), found ? 'good' : 'wait')
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2><p>${state} ${say('desk_sprint_introductions', introductions)}</p>
${readingHint(stillReading)}
${matches.length > 0 && html`<div class="cards">${matches.map((match) => matchCard(match, { at, compares: false, view }))}</div>`}
${!found && !isOver && matches.length === 0 && noMatchCard(one, view)}<div class="actions">${linkButton(at, say('desk_sprint_need'), 'quiet')}</div></section>`
}

/** Renders a bottleneck that nobody fits, with the change that would open most, if there is one. */
function noMatchCard({ change_that_opens_most: change }: Bottleneck, { say }: View): Html {
  return card({
    body: html`<p>${say('desk_sprint_nobody')}${change && html` <strong>${change.change}</strong> ${say('desk_sprint_opens', { opens: change.opens })}`}</p>`,
  })
}

import { html, type Part } from '../../../../shared/html.ts'
import type { MatchExplanation } from '../../../matches/index.ts'
import { bullets, emptyState, linkButton } from '../../look/parts.ts'
import type { DeskPage, View } from '../../look/view.ts'
import { fitBadge, matchRows, reasonsOf } from './match-cards.ts'

export const MOST_COMPARED = 4

interface Compared {
  need: { id: string; title: string }
  matches: readonly MatchExplanation[]
  /** Number of offers that were chosen, which may be more. */
  chosen: number
}

/** Compares offers for one need side by side. */
export function comparePage({ need, matches, chosen }: Compared, view: View): DeskPage {
  const { say } = view
  const back = linkButton(`/desk/needs/${need.id}`, need.title)
  const title = say('desk_compare')
  if (matches.length < 2) return { title, main: emptyState(say('desk_compare_few'), back) }
  const columns = matches.map((match) => rowsOf(match, view))
  const names = columns[0]?.map(([name]) => name) ?? []
  const rows = names.map(
    (name, at) =>
      html`<tr><th scope="row">${name}</th>${columns.map((column, which) => html`<td data-column="${matches[which]?.offer.title}">${column[at]?.[1] || '–'}</td>`)}</tr>`,
  )
  return {
    title,
    main: html`${chosen > matches.length && html`<p>${say('desk_compare_most', { chosen, shown: matches.length })}</p>`}<div class="wide" role="region" aria-label="${title}" tabindex="0"><table><caption class="unseen">${title}</caption>
<thead><tr><td></td>${matches.map(({ offer }) => html`<th scope="col">${offer.title}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>${back}`,
  }
}

function rowsOf(match: MatchExplanation, view: View): [string, Part][] {
  const { say } = view
  const changes = match.blockers.map(
    ({ detail, smallest_change }) => html`${detail} <strong>${smallest_change}</strong>`,
  )
  return [
    [say('desk_fit_name'), fitBadge(match, view)],
    [say('desk_summary'), match.summary],
    ...matchRows({ ...match, need: undefined }, view),
    [say('desk_why'), bullets(reasonsOf(match))],
    [say('desk_blocked'), bullets(changes)],
  ]
}

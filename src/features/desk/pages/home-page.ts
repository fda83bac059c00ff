import { html } from '../../../shared/html.ts'
import type { Introduction } from '../../introductions/index.ts'
import { card, emptyState, instant, linkButton } from '../look/parts.ts'
import type { DeskPage, View } from '../look/view.ts'

const SHOWN = 5

/** What waits for the reader. */
export function homePage(
  {
    introductions,
    introductionsInAll,
  }: { introductions: readonly Introduction[]; introductionsInAll: number },
  view: View,
): DeskPage {
  const { say } = view
  if (introductions.length === 0)
    return {
      title: say('desk_waiting'),
      main: emptyState(
        say('desk_nothing_waits'),
        linkButton('/desk/introductions', say('desk_introductions')),
      ),
    }
  const shown = introductions
    .slice(0, SHOWN)
    .map(
      (one) =>
        html`<li><a href="/desk/introductions/${one.id}">${one.proposal?.need.title ?? say('desk_introduction')}</a> · ${say('desk_answer_by')} ${instant(one.expires_at, view)}</li>`,
    )
  return {
    title: say('desk_waiting'),
    main: card({
      title: say('desk_introductions_wait', { count: introductionsInAll }),
      body: html`<ul>${shown}</ul>`,
      actions: linkButton('/desk/introductions?turn=yours', say('desk_more')),
    }),
  }
}

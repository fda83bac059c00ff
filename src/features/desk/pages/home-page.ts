import { type Html, html, type Part } from '../../../shared/html.ts'
import type { Introduction } from '../../introductions/index.ts'
import { bullets, card, emptyState, instant, linkButton } from '../look/parts.ts'
import { places } from '../look/places.ts'
import type { DeskPage, View } from '../look/view.ts'

export const SHOWN = 5

/** Waiting work of one kind, its amount, and links to some of it. `isMore` says that there is more than was counted. */
export interface Waiting {
  what: 'hours' | 'rings' | 'imports' | 'sprints' | 'credentials'
  count: number
  isMore: boolean
  links?: readonly { href: string; text: string }[] | undefined
}

/** The page of each kind of work. */
const PLACES = {
  hours: '/desk/engagements',
  rings: '/desk/rings?status=proposed',
  imports: '/desk/imports',
  sprints: '/desk/sprints?show=open',
  credentials: '/desk/helpers',
} as const

interface Home {
  introductions: readonly Introduction[]
  introductionsInAll: number
  waiting: readonly Waiting[]
}

/** Shows what waits for the reader. */
export function homePage({ introductions, introductionsInAll, waiting }: Home, view: View): DeskPage {
  const { say } = view
  const isNothing = introductions.length === 0 && waiting.length === 0
  return {
    title: say('desk_waiting'),
    main: isNothing
      ? emptyState(say('desk_nothing_waits'), nextSteps(view))
      : html`${introductions.length > 0 && introductionsCard(introductions, introductionsInAll, view)}
<div class="cards">${waiting.map(({ what, links = [], ...count }) =>
          card({
            title: linked(PLACES[what], say('desk_waits', { what, ...count })),
            body: bullets(links.map(({ href, text }) => html`<a href="${href}">${text}</a>`)),
          }),
        )}</div>`,
  }
}

function nextSteps(view: View): Html {
  const { say } = view
  const write = html`${linkButton('/desk/needs/new', say('desk_post', { side: 'need' }))} ${linkButton('/desk/sprints/new', say('desk_sprint_start'), 'quiet')} ${linkButton('/desk/imports', say('desk_import', { word: 'upload' }), 'quiet')}`
  return html`${view.may('editor') && write} ${linkButton('/desk/introductions', say('desk_introductions'), 'quiet')}`
}

function introductionsCard(introductions: readonly Introduction[], count: number, view: View): Html {
  const { say } = view
  const shown = introductions
    .slice(0, SHOWN)
    .map(
      (one) =>
        html`<li><a href="/desk/introductions/${one.id}">${one.proposal?.need.title ?? say('desk_introduction')}</a> · ${say('desk_answer_by')} ${instant(one.expires_at, view)}</li>`,
    )
  return card({
    title: say('desk_introductions_wait', { count }),
    body: html`<ul>${shown}</ul>`,
    actions: count > SHOWN && linkButton('/desk/introductions?show=yours', say('desk_more')),
  })
}

/** Renders a link, unless the desk has no such page. */
function linked(path: string, text: string): Part {
  const [page] = path.split('?')
  return places.some((place: { path: string; within?: readonly string[] }) =>
    [place.path, ...(place.within ?? [])].some((one) => one === page),
  )
    ? html`<a href="${path}">${text}</a>`
    : text
}

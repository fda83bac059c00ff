import { type Html, html } from '../../../../shared/html.ts'
import type { Match, MatchPage } from '../../../matches/index.ts'
import { alert, bullets, button, card, facts, hidden, linkButton, postForm } from '../../look/parts.ts'
import { needFacts, offerFacts } from '../../look/posting-facts.ts'
import type { DeskPage, View } from '../../look/view.ts'
import { rankingOf } from './match-cards.ts'
import { partyOf, statusOfPosting } from './postings-page.ts'

type Shown =
  | ({ side: 'need'; status: 'open' | 'filled' | 'closed' } & Parameters<typeof needFacts>[0])
  | ({ side: 'offer'; status: 'open' | 'paused' | 'closed' } & Parameters<typeof offerFacts>[0])

export interface PostingShown {
  posting: Shown & { id: string; title: string; notices: readonly { detail: string }[] }
  /**
   * The organization or helper. Null if the reader may not know it. A student's posting is managed by the student's record.
   */
  party: { id: string; name: string; studentId: string | null } | null
  /** Null if the posting is not open. */
  matches: { page: MatchPage<Match>; nextUrl: string | null } | null
  refusal?: string | null
}

/** Shows one need or offer of the partner: its content, its matches, and the possible actions. */
export function postingPage({ posting, party, matches, refusal }: PostingShown, view: View): DeskPage {
  const { say } = view
  const { side, status } = posting
  const at = `/desk/${side}s/${posting.id}`
  return {
    title: posting.title,
    main: html`${alert(refusal)}
${card({
  title: say(side === 'need' ? 'desk_the_need' : 'desk_the_offer'),
  body: html`${facts([
    [say('desk_status'), statusOfPosting(status, view)],
    [say('desk_party', { side }), party && html`<a href="${partyAt(side, party)}">${party.name}</a>`],
  ])}${posting.side === 'need' ? needFacts(posting, view) : offerFacts(posting, view)}${posting.notices.length > 0 && html`<h3>${say('desk_notices')}</h3>${bullets(posting.notices.map(({ detail }) => detail))}`}`,
  actions: view.may('editor') && !party?.studentId && changeForms(at, posting, view),
})}
${matches ? rankingOf({ side, at, ...matches }, view) : card({ title: say('desk_matches'), body: html`<p>${say('desk_not_open', { side })}</p>` })}`,
  }
}

function partyAt(side: Shown['side'], { id, studentId }: NonNullable<PostingShown['party']>): string {
  return studentId === null ? `/desk/${partyOf[side]}s/${id}` : `/desk/students/${studentId}`
}

function changeForms(at: string, { side, status }: Shown, view: View): Html {
  const { say } = view
  const others =
    side === 'need' ? (['open', 'filled', 'closed'] as const) : (['open', 'paused', 'closed'] as const)
  const forms = others
    .filter((one) => one !== status)
    .map((one) =>
      postForm(view, {
        action: `${at}/status`,
        body: html`${hidden('status', one)}${button(say('desk_set_status', { status: one }), one === 'closed' ? 'danger' : 'quiet')}`,
      }),
    )
  return html`${linkButton(`${at}/edit`, say('desk_edit'))}${forms}`
}

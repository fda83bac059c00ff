import { type Html, html, type Part } from '../../../../shared/html.ts'
import { skillIn } from '../../../../shared/messages/index.ts'
import type { Match, MatchPage } from '../../../matches/index.ts'
import {
  badge,
  bullets,
  button,
  card,
  emptyState,
  facts,
  hidden,
  linkButton,
  loadedLater,
  postForm,
  type Tone,
  textArea,
} from '../../look/parts.ts'
import { refusedFields, textIn } from '../../look/refused-form.ts'
import type { DeskPage, View } from '../../look/view.ts'

type Blocked = Match & { blockers: readonly { detail: string; smallest_change: string }[] }
const TONES: Record<Match['fit'], Tone> = { strong: 'good', good: 'good', possible: 'wait', weak: 'plain' }

export interface Ranking {
  /** The posting that others are ranked for. Without a URL it is not saved. */
  side: 'need' | 'offer'
  at: string | null
  page: MatchPage<Match>
  nextUrl: string | null
}

/** Renders ranked matches as cards, then near misses and blockers. For a saved posting, these are loaded later. */
export function rankingOf({ side, at, page, nextUrl }: Ranking, view: View): Html {
  const { say } = view
  const { data, still_reading: stillReading } = page
  const compares = at !== null && side === 'need' && data.length > 1
  return html`<section aria-labelledby="matches"><h2 id="matches">${say('desk_matches')}</h2>
${readingHint(stillReading)}
${data.length === 0 ? emptyState(say('desk_matches_empty', { side })) : html`<div class="cards">${data.map((match) => matchCard(match, { at, compares, view }))}</div>`}
<div class="actions">${compares && compareForm(at, view)}${nextUrl && linkButton(nextUrl, say('desk_more'))}</div></section>
${at === null ? nearOf(page, view) : loadedLater({ id: 'near', from: `${at}/near`, name: say('desk_near_show') })}`
}

/** Says that the order may change in a moment. */
export function readingHint(stillReading: MatchPage<Match>['still_reading']): Html | undefined {
  return stillReading && html`<p class="hint" role="status" data-reading>${stillReading.detail}</p>`
}

type Near = Pick<MatchPage<Match>, 'near_misses' | 'blocked_by'>

function nearOf({ near_misses: near = [], blocked_by: blocked = [] }: Near, view: View): Html {
  const { say } = view
  return html`${near.length > 0 && html`<section aria-labelledby="near-heading"><h2 id="near-heading">${say('desk_near')}</h2><div class="cards">${near.map((one) => nearCard(one, view))}</div></section>`}
${blocked.length > 0 && card({ title: say('desk_blocked_by'), body: bullets(blocked.map(({ detail }) => detail)) })}`
}

/** Shows the near misses of a saved posting. Its page also loads and shows them. */
export function nearPage(
  { at, title, near }: { at: string; title: string; near: Near },
  view: View,
): DeskPage {
  const isNothing = !near.near_misses?.length && !near.blocked_by?.length
  return {
    title,
    main: html`<div id="near">${isNothing ? html`<p class="hint">${view.say('desk_near_none')}</p>` : nearOf(near, view)}</div>
<div class="actions">${linkButton(at, view.say('desk_matches'), 'quiet')}</div>`,
  }
}

function compareForm(at: string, { say }: View): Html {
  return html`<form id="compare" method="get" action="${at}/compare"><p class="hint">${say('desk_compare_lead')}</p>${button(say('desk_compare'), 'quiet')}</form>`
}

/** Renders one match: who, how well, why, and the form that proposes it. `at` is the URL of the saved posting. */
export function matchCard(
  match: Match,
  { at, compares, view }: { at: string | null; compares: boolean; view: View },
): Html | null {
  const { say } = view
  const other = match.offer ?? match.need
  if (!other) return null
  const choose = html`<label class="check"><input type="checkbox" form="compare" name="offer" value="${other.id}"> ${say('desk_compare_choose')}<span class="unseen"> ${other.title}</span></label>`
  return html`<article class="card"><h3>${match.is_own ? html`<a href="/desk/${match.offer ? 'offers' : 'needs'}/${other.id}">${other.title}</a>` : other.title}</h3><p>${fitBadge(match, view)}${match.is_own && html` ${badge(say('desk_own'))}`}</p>
<p>${match.summary}</p>${matchFacts(match, view)}
${compares && choose}${at && view.may('editor') && proposeForm(at, { match, title: other.title, view })}</article>`
}

function nearCard({ offer, need, blockers }: Blocked, view: View): Html {
  const changes = blockers.map((one) => html`${one.detail} <strong>${one.smallest_change}</strong>`)
  return html`<article class="card"><h3>${(offer ?? need)?.title}</h3><p>${view.say('desk_near_lead', { count: blockers.length })}</p>${bullets(changes)}</article>`
}

export function fitBadge({ fit }: Pick<Match, 'fit'>, { say }: View): Html {
  return badge(say('desk_fit', { fit }), TONES[fit])
}

function matchFacts(match: Match, view: View): Html {
  const { say } = view
  const reasons = reasonsOf(match)
  return html`${facts(matchRows(match, view))}${reasons.length > 0 && html`<details><summary>${say('desk_why')}</summary>${bullets(reasons)}</details>`}`
}

export function reasonsOf({ factors }: Pick<Match, 'factors'>): string[] {
  return factors.map(({ reason }) => reason).filter((reason) => reason !== '')
}

type Explained = Pick<Match, 'offer' | 'need' | 'cost' | 'missing_skills' | 'matched_skills' | 'notices'>

/** Returns what people compare, by name. */
export function matchRows(match: Explained, { say, language }: View): [string, Part][] {
  const named = (skills: readonly string[]) => skills.map((one) => skillIn(one, language)).join(', ')
  const { offer, need, missing_skills: missing, matched_skills: matched } = match
  const other = offer ?? need
  const hoursLeft = other?.hours_left ?? null
  return [
    [say('desk_kind'), say('desk_kinds', { kinds: offer ? [offer.kind] : (need?.accepts ?? []) })],
    [say('desk_cost'), costOf(match.cost, { say, named })],
    [say('desk_hours_left'), hoursLeft],
    [say('desk_where'), other && say('desk_modality', { modality: other.modality })],
    [
      say('desk_place'),
      other?.place &&
        [other.place.city, say('desk_country', { country: other.place.country })].filter(Boolean).join(', '),
    ],
    [say('desk_starts'), other?.starts_on && say('desk_day', { day: other.starts_on })],
    [say('desk_covered'), named(matched.map(({ wanted }) => wanted))],
    [say('desk_missing'), named(missing.map(({ label }) => label))],
    [say('desk_notices'), match.notices.length > 0 && bullets(match.notices.map(({ detail }) => detail))],
  ]
}

function costOf(
  { money, in_kind: inKind }: Match['cost'],
  { say, named }: Pick<View, 'say'> & { named: (skills: readonly string[]) => string },
): string {
  const paid =
    money &&
    say('desk_match_cost', {
      cost: { amountMinor: money.amount_minor, currency: money.currency },
      unit: money.unit,
    })
  const given = named(inKind.map(({ label }) => label))
  return [paid, given && `${say('desk_gives')}: ${given}`].filter(Boolean).join('; ') || say('desk_cost_none')
}

function proposeForm(at: string, { match, title, view }: { match: Match; title: string; view: View }): Html {
  const { say } = view
  const [name, id] = match.offer ? ['offer_id', match.offer_id] : ['need_id', match.need_id]
  const sent = refusedFields(view, `${at}/propose`, { [name]: id ?? '' })
  return html`<details class="act"${sent && html` open`}><summary>${say('desk_propose')}<span class="unseen"> ${title}</span></summary>${postForm(
    view,
    {
      action: `${at}/propose`,
      body: html`${hidden(name, id ?? '')}${textArea({
        ...{
          name: 'message',
          id: `message-${id}`,
          label: say('desk_message'),
          hint: say('desk_message_hint'),
          value: textIn(sent, 'message'),
        },
        maxLength: 2000,
      })}${button(say('desk_propose'))}`,
    },
  )}</details>`
}

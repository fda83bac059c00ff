import { htmlPage } from '../../platform/http/index.ts'
import { escapeXml } from '../../shared/escape-xml.ts'
import type { PublishedNeedView } from '../postings/index.ts'
import type { SearchQuery } from './need-search.ts'
import { dayText, kindNames, modalityNames, placeText, skillsText } from './need-texts.ts'

const SHOWN_CHARS = 200
const anyOf = new Intl.ListFormat('en', { type: 'disjunction' })

interface ListedNeed {
  view: PublishedNeedView
  url: string
  language: string | null
}

/** Renders public needs as a page for people, with a search. */
export function needsPage(
  needs: readonly ListedNeed[],
  about: { search: SearchQuery; isFirst: boolean; feedUrl: string; nextUrl: string | null },
): string {
  const isSearch = Object.values(about.search).some(Boolean)
  const none = isSearch
    ? '<p>No open need fits this search. Leave out a word or a field, or <a href="/public/needs">show all</a>.</p>'
    : '<p>Nobody needs help right now. Come back soon.</p>'
  const next =
    about.nextUrl === null ? '' : `<p><a rel="next" href="${escapeXml(about.nextUrl)}">More</a></p>`
  return htmlPage({
    title: 'Open needs',
    head: `<link rel="alternate" type="application/feed+json" href="${escapeXml(about.feedUrl)}">
${about.isFirst && !isSearch ? '' : '<meta name="robots" content="noindex, follow">\n'}`,
    main: `<h1>Open needs</h1>
<p>Help that small businesses, solopreneurs and nonprofits need, newest first.</p>
${searchForm(about.search)}
${needs.length === 0 ? none : needs.map(listed).join('\n')}
${next}`,
  })
}

function searchForm({ q, place, cause, kind, date, partner }: SearchQuery): string {
  const field = (name: string, label: string, value: string | undefined, type: string) =>
    `<label>${label}<input type="${type}" name="${name}" value="${escapeXml(value ?? '')}"></label>`
  const kinds = Object.entries(kindNames).map(
    ([one, label]) => `<option value="${one}"${one === kind ? ' selected' : ''}>${label}</option>`,
  )
  return `<form method="get" action="/public/needs" role="search">
${partner === undefined ? '' : `<input type="hidden" name="partner" value="${partner}">\n`}${field('q', 'Words', q, 'search')}
${field('place', 'Place', place, 'text')}
${field('cause', 'Cause', cause, 'text')}
<label>Kind of help<select name="kind"><option value="">Any</option>${kinds.join('')}</select></label>
${field('date', 'On this day', date, 'date')}
<button>Search</button>
</form>`
}

function listed({ view, url, language }: ListedNeed): string {
  const lang = language === null ? '' : ` lang="${escapeXml(language)}"`
  const facts = [
    anyOf.format(view.accepts.map((kind) => kindNames[kind])),
    modalityNames[view.modality],
    placeText(view),
    view.hours_per_week && `${view.hours_per_week} hours a week`,
    view.starts_on && `from ${dayText(view.starts_on)}`,
  ]
  const skills = skillsText(view.skills)
  return `<article>
<h2${lang}><a href="${escapeXml(url)}">${escapeXml(view.title)}</a></h2>
<p${lang}>${escapeXml(shortened(view.description))}</p>
<p>${escapeXml(facts.filter(Boolean).join(' · '))}</p>
${skills === '' ? '' : `<p>Skills: ${escapeXml(skills)}</p>\n`}</article>`
}

/** Shortens a text at the end of a word. */
function shortened(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  if (plain.length <= SHOWN_CHARS) return plain
  const cut = plain.lastIndexOf(' ', SHOWN_CHARS)
  return `${plain.slice(0, cut > 0 ? cut : SHOWN_CHARS)}…`
}

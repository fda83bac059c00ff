import { htmlPage } from '../../platform/http/index.ts'
import { escapeXml } from '../../shared/escape-xml.ts'
import { languageName } from '../../shared/names.ts'
import type { PublishedNeedView } from '../postings/index.ts'
import { htmlOf, jsonInHtml } from './html.ts'
import {
  budgetText,
  dayText,
  instantText,
  kindNames,
  modalityNames,
  placeText,
  sessionsText,
  skillsText,
} from './need-texts.ts'
import { requirementText } from './requirement-text.ts'

interface NeedPage {
  view: PublishedNeedView
  jsonLd: object
  url: string
  feedUrl: string
  /** Language of the text, if known. */
  language: string | null
  organizationName: string | null
  offerHelpUrl: string | null
}

/** Renders a need as a page for people, with its JSON-LD for machines. */
export function needPage({ view, ...about }: NeedPage): string {
  const title = escapeXml(view.title)
  const lang = about.language === null ? '' : ` lang="${escapeXml(about.language)}"`
  const facts = factsOf(view, about.organizationName).map(
    ([name, value]) => `<dt>${name}</dt><dd>${escapeXml(value)}</dd>`,
  )
  const action = about.offerHelpUrl
    ? `<p><a class="action" href="${escapeXml(about.offerHelpUrl)}">Offer help</a></p>\n`
    : ''
  return htmlPage({
    title: view.title,
    head: `<link rel="canonical" href="${escapeXml(about.url)}">
<link rel="alternate" type="application/feed+json" href="${escapeXml(about.feedUrl)}">
<script type="application/ld+json">${jsonInHtml(about.jsonLd)}</script>
`,
    main: `<h1${lang}>${title}</h1>
<div${lang}>${htmlOf(view.description)}</div>
${action}<dl>
${facts.join('\n')}
</dl>`,
  })
}

function factsOf(view: PublishedNeedView, organizationName: string | null): [string, string][] {
  const facts: [string, string | number | null | undefined][] = [
    ['For', organizationName],
    ['Accepted kinds of help', view.accepts.map((kind) => kindNames[kind]).join(', ')],
    ['How', modalityNames[view.modality]],
    ['Where', placeText(view)],
    ['Hours a week', view.hours_per_week],
    ['Sessions', sessionsText(view.sessions)],
    ['Begins', view.starts_on && dayText(view.starts_on)],
    ['Ends', view.ends_on && dayText(view.ends_on)],
    ['Needed by', view.deadline_at && instantText(view.deadline_at, view.time_zone)],
    ['Helpers wanted', view.positions],
    ['Skills', skillsText(view.skills)],
    ['In return', view.gives.map(({ skill }) => skill).join(', ')],
    ['Budget', view.budget && budgetText(view.budget)],
    ['Required', view.requires.map(requirementText).join(', ')],
    ['Causes', view.causes.join(', ')],
    ['Languages', view.languages.map(languageName).join(', ')],
    ['Posted', dayText(view.posted_at)],
  ]
  return facts.flatMap(([name, value]) => (value ? [[name, String(value)]] : []))
}

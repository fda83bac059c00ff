import { createHash } from 'node:crypto'
import { fractionDigits } from '../../shared/currency.ts'
import { escapeXml } from '../../shared/escape-xml.ts'
import { countryName, languageName } from '../../shared/names.ts'
import type { PublicNeedView } from '../matches/index.ts'
import { htmlOf, jsonInHtml } from './html.ts'
import { requirementText } from './requirement-text.ts'

const STYLE =
  'body{font:1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}' +
  'dt{font-weight:600}dd{margin:0 0 .5rem}'

/** Nothing runs, loads or is sent; JSON-LD is data, which no policy has to let in. */
export const NEED_PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join(';')

/** A need as a page for people, with its JSON-LD for machines. */
export function needPage(
  view: PublicNeedView,
  about: { jsonLd: object; url: string; feedUrl: string; language: string | null },
): string {
  const title = escapeXml(view.title)
  const lang = about.language === null ? '' : ` lang="${escapeXml(about.language)}"`
  const facts = factsOf(view).map(([name, value]) => `<dt>${name}</dt><dd>${escapeXml(value)}</dd>`)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="canonical" href="${escapeXml(about.url)}">
<link rel="alternate" type="application/feed+json" href="${escapeXml(about.feedUrl)}">
<style>${STYLE}</style>
<script type="application/ld+json">${jsonInHtml(about.jsonLd)}</script>
</head>
<body>
<main>
<h1${lang}>${title}</h1>
<div${lang}>${htmlOf(view.description)}</div>
<dl>
${facts.join('\n')}
</dl>
</main>
</body>
</html>
`
}

function factsOf(view: PublicNeedView): [string, string][] {
  const facts: [string, string | number | null | undefined][] = [
    ['Accepted kinds of help', view.accepts.join(', ')],
    ['How', view.modality],
    ['Where', placeText(view)],
    ['Hours a week', view.hours_per_week],
    ['Begins', view.starts_on],
    ['Ends', view.ends_on],
    ['Needed by', view.deadline_at],
    ['Helpers wanted', view.positions],
    ['Skills', skillsText(view.skills)],
    ['In return', skillsText(view.gives)],
    ['Budget', view.budget && budgetText(view.budget)],
    ['Required', view.requires.map(requirementText).join(', ')],
    ['Causes', view.causes.join(', ')],
    ['Languages', view.languages.map(languageName).join(', ')],
    ['Posted', view.posted_at.slice(0, 10)],
  ]
  return facts.flatMap(([name, value]) => (value ? [[name, String(value)]] : []))
}

function placeText({ place }: PublicNeedView): string | null {
  return place && [place.city, place.region, countryName(place.country)].filter(Boolean).join(', ')
}

function skillsText(
  skills: readonly { skill: string; resolved: PublicNeedView['skills'][number]['resolved'] }[],
) {
  return skills.map(({ skill, resolved }) => resolved.skill?.label ?? skill).join(', ')
}

function budgetText({ amount_minor, currency, unit }: NonNullable<PublicNeedView['budget']>): string {
  const amount = amount_minor / 10 ** fractionDigits(currency)
  return `${new Intl.NumberFormat('en', { style: 'currency', currency }).format(amount)} per ${unit}`
}

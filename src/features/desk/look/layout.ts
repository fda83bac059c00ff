import { type Html, html } from '../../../shared/html.ts'
import { colourFileOf } from './colour-file.ts'
import { deskFiles } from './desk-files.ts'
import { button, postForm } from './parts.ts'
import { places } from './places.ts'
import type { DeskPage, View } from './view.ts'

/** Renders a whole page. `said` reports what the previous step has done. */
export function layout({ title, main, isFollowed }: DeskPage, view: View, said: string | null = null): Html {
  const { session, partner, say, language } = view
  const name = partner?.name ?? 'Smartsource'
  return html`<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · ${name}</title>
${isFollowed && html`<noscript><meta http-equiv="refresh" content="2"></noscript>`}
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${deskFiles.style.path}">
${partner?.colour && html`<link rel="stylesheet" href="${colourFileOf(partner.colour).path}">`}
<script type="module" src="${deskFiles.script.path}"></script>
</head>
<body>
<a class="skip" href="#content">${say('desk_skip')}</a>
<header class="top"><span class="partner">${name}</span>${session && signedIn(view)}${session && navigation(view)}</header>
<main id="content" tabindex="-1"${isFollowed && html` data-followed`}>
<h1>${title}</h1>
${said && html`<p class="said" role="status">${said}</p>`}
${main}
</main>
</body>
</html>
`
}

function navigation(view: View): Html {
  const shown = places.filter(({ role }) => view.may(role))
  const isAt = (path: string) => view.path === path || (path !== '/desk' && view.path.startsWith(`${path}/`))
  const isHere = ({ path, within = [] }: { path: string; within?: readonly string[] }) =>
    [path, ...within].some(isAt)
  return html`<nav aria-label="${view.say('desk')}"><ul>${shown.map(
    (place) =>
      html`<li><a href="${place.path}"${isHere(place) && html` aria-current="page"`}>${view.say(place.word)}</a></li>`,
  )}</ul></nav>`
}

function signedIn(view: View): Html {
  const name = view.session?.staffName ?? ''
  return html`<div class="who"><span>${view.say('desk_signed_in_as', { name })}</span>${postForm(view, {
    action: '/desk/sign-out',
    body: button(view.say('desk_sign_out'), 'quiet'),
  })}</div>`
}

import type { FastifyRequest } from 'fastify'
import Negotiator from 'negotiator'
import { escapeXml } from '../../shared/escape-xml.ts'
import { htmlPage } from './page.ts'
import type { Problem } from './problem.ts'

const PROBLEM = 'application/problem+json'

/** Whether somebody with a browser opened a page of ours. The API answers developers in JSON, in browsers too. */
export function wantsProblemPage({ method, url, headers }: FastifyRequest): boolean {
  if (method !== 'GET' || /^\/(?:v1|oauth)(?:[/?]|$)/.test(url)) return false
  return new Negotiator({ headers }).mediaType([PROBLEM, 'text/html']) === 'text/html'
}

export function problemPage({ title, status, detail, errors, request_id }: Problem): string {
  const said = status === 404 ? 'Nothing is here. It may have ended, or the address is not right.' : detail
  const faults = errors.map((one) => `<li>${escapeXml(one.pointer)}: ${escapeXml(one.detail)}</li>`)
  return htmlPage({
    title,
    head: '<meta name="robots" content="noindex">\n',
    main: `<h1>${escapeXml(title)}</h1>
<p>${escapeXml(said)}</p>
${faults.length === 0 ? '' : `<ul>${faults.join('')}</ul>\n`}<p><a class="action" href="/public/needs">See open needs</a></p>
<p>${escapeXml(request_id)}</p>`,
  })
}

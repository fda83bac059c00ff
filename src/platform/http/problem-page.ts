import type { FastifyRequest } from 'fastify'
import { escapeXml } from '../../shared/escape-xml.ts'
import { htmlPage } from './page.ts'
import type { Problem } from './problem.ts'

/** Returns whether a refusal may be a page for people. The API sends JSON to developers, even in browsers. */
export function mayBePage({ method, url }: FastifyRequest): boolean {
  return method === 'GET' && !/^\/(?:v1|oauth)(?:[/?]|$)/.test(url)
}

export function problemPage({ title, status, detail, errors, request_id }: Problem): string {
  const said =
    status === 404
      ? 'Nothing is here. It may have ended, or the address is not right.'
      : errors.length > 0
        ? 'Correct these in the address:'
        : detail
  const faults = errors.map((one) => `<li>${escapeXml(one.pointer.slice(1))}: ${escapeXml(one.detail)}</li>`)
  return htmlPage({
    title,
    head: '<meta name="robots" content="noindex">\n',
    main: `<h1>${escapeXml(title)}</h1>
<p>${escapeXml(said)}</p>
${faults.length === 0 ? '' : `<ul>${faults.join('')}</ul>\n`}<p><a class="action" href="/public/needs">See open needs</a></p>
<p>Request: ${escapeXml(request_id)}</p>`,
  })
}

import { escapeXml } from '../../../shared/escape-xml.ts'
import { htmlPage } from '../page.ts'
import type { Problem } from '../problem.ts'
import type { ErrorSummary } from './explanations.ts'
import type { CodedOperation } from './operations-of-codes.ts'

/** An error code with the content of its page, also returned as JSON. */
export interface ExplainedError extends ErrorSummary {
  causes: readonly string[]
  next: readonly string[]
  example: Problem
  operations: readonly CodedOperation[]
}

/** A longer list of operations is collapsed. */
const MAX_OPEN = 12
const header = '<a href="/docs">Reference</a><a href="/errors">Error codes</a>'

/** Renders the page of an error code. */
export function errorPage(error: ExplainedError): string {
  const { code, status, title, meaning, causes, next, example, operations } = error
  return htmlPage({
    title: `${title} (${code})`,
    header,
    main: `<h1>${escapeXml(title)}</h1>
<p><code>${code}</code>, HTTP status ${status}</p>
<p>${marked(meaning)}</p>
<h2>How it comes about</h2>
${listOf(causes.map(marked))}
<h2>What to do</h2>
${listOf(next.map(marked))}
<h2>Example</h2>
<pre>${escapeXml(JSON.stringify(example, null, 2))}</pre>
${operations.length === 0 ? '' : listOfOperations(operations)}`,
  })
}

/** Renders the list of all error codes, by status. */
export function errorIndexPage(errors: readonly ErrorSummary[]): string {
  const rows = errors.map(
    ({ code, status, meaning }) =>
      `<tr><td>${status}</td><td><a href="/errors/${code}"><code>${code}</code></a></td><td>${marked(meaning)}</td></tr>`,
  )
  return htmlPage({
    title: 'Error codes',
    header,
    main: `<h1>Error codes</h1>
<p>Every refusal is a problem (RFC 9457) with a stable <code>code</code>. Its <code>type</code> is the address of the page that explains it.</p>
<table><thead><tr><th>Status</th><th>Code</th><th>Meaning</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table>`,
  })
}

function listOfOperations(operations: readonly CodedOperation[]): string {
  const list = listOf(
    operations.map(
      ({ method, path, summary, docs }) =>
        `<a href="${escapeXml(docs)}"><code>${method} ${escapeXml(path)}</code></a> ${escapeXml(summary)}`,
    ),
  )
  const heading = '<h2>Operations that can answer it</h2>'
  if (operations.length <= MAX_OPEN) return `${heading}\n${list}`
  return `${heading}\n<details><summary>${operations.length} operations</summary>${list}</details>`
}

function listOf(items: readonly string[]): string {
  return `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`
}

/** Converts text to HTML, with code for parts in backticks. */
function marked(text: string): string {
  return escapeXml(text).replace(/`([^`]*)`/g, '<code>$1</code>')
}

import { createHash } from 'node:crypto'
import { escapeXml } from '../../shared/escape-xml.ts'

const STYLE =
  ':root{color-scheme:light dark}' +
  'body{font:1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}' +
  'a{color:light-dark(#1d5f3f,#7fd1a5)}h1{line-height:1.2}h2{font-size:1.1rem;margin:0}' +
  'dt{font-weight:600}dd{margin:0 0 .5rem}article{padding:1rem 0;border-top:1px solid light-dark(#ccc,#444)}' +
  'article p{margin:.25rem 0}form{display:grid;gap:.75rem;grid-template-columns:repeat(auto-fit,minmax(12rem,1fr));margin:1rem 0}' +
  'label{display:grid;font-weight:600}input,select,button{font:inherit;padding:.4rem}button{align-self:end}' +
  '.action{display:inline-block;padding:.6rem 1.2rem;border-radius:.4rem;background:#1d5f3f;color:#fff;text-decoration:none}' +
  'pre{overflow:auto;padding:1rem;background:light-dark(#f3f4f3,#1e221f)}td,th{padding:.25rem .75rem .25rem 0;text-align:left;vertical-align:top}' +
  'header,footer{display:flex;flex-wrap:wrap;gap:1rem}footer{margin-top:2rem}' +
  '@media print{header,footer{display:none}body{font-size:10pt;line-height:1.3;max-width:none;margin:0;padding:0}h1{font-size:14pt}ul{margin:0}}'

/**
 * Allows no scripts and no loading. Forms can only send searches. JSON-LD is data, which needs no permission.
 */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join(';')

interface Page {
  title: string
  head?: string
  /** Links above the text. */
  header?: string
  main: string
}
const OPEN_NEEDS = '<a href="/public/needs">Open needs</a>'

/** Renders a page for people. `title` is plain text; `head`, `header` and `main` are HTML. */
export function htmlPage({ title, head = '', header = OPEN_NEEDS, main }: Page): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(title)}</title>
<style>${STYLE}</style>
${head}</head>
<body>
<header>${header}</header>
<main>
${main}
</main>
<footer><a href="/public/needs.json">Feed</a><a href="/docs">For developers</a></footer>
</body>
</html>
`
}

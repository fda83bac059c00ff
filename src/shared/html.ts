import { escapeXml } from './escape-xml.ts'

/** HTML that may be sent as it is. Only `html` makes it, so text of users is always escaped. */
class SafeHtml {
  readonly #text: string
  constructor(text: string) {
    this.#text = text
  }
  toString(): string {
    return this.#text
  }
}
export type Html = SafeHtml

/** What may stand in a template. Null, undefined and false are written as nothing. */
export type Part = Html | string | number | null | undefined | false | readonly Part[]

/** Writes a template. Text is escaped, between tags and in quoted attributes; only other templates are taken as HTML. */
export function html(literals: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let text = literals[0] ?? ''
  for (const [at, part] of parts.entries()) text += textOf(part) + (literals[at + 1] ?? '')
  return new SafeHtml(text)
}

function textOf(part: Part): string {
  if (part === null || part === undefined || part === false) return ''
  if (part instanceof SafeHtml) return part.toString()
  if (typeof part === 'string') return escapeXml(part)
  return typeof part === 'number' ? String(part) : part.map(textOf).join('')
}

import { escapeXml } from './escape-xml.ts'

/** HTML that can be sent as it is. Only `html` creates it, so users' text is always escaped. */
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

/** Values that a template accepts. Null, undefined and false are written as nothing. */
export type Part = Html | string | number | null | undefined | false | readonly Part[]

/**
 * Renders a template. Escapes text, between tags and in quoted attributes; only other templates are inserted
 * as HTML.
 */
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

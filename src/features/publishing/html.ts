import { escapeXml } from '../../shared/escape-xml.ts'

/** Plain text as HTML that shows it as it was written, and does nothing. */
export function htmlOf(text: string): string {
  const paragraphs = text.trim().split(/\r?\n\s*\r?\n/)
  return paragraphs.map((one) => `<p>${escapeXml(one).replace(/\r?\n/g, '<br>')}</p>`).join('')
}

/** JSON as it may stand in a script element: no `<` is left that could end it. */
export function jsonInHtml(value: object): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}

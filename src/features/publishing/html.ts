import { escapeXml } from '../../shared/escape-xml.ts'

/** Converts plain text to inert HTML that looks as written. */
export function htmlOf(text: string): string {
  const paragraphs = text.trim().split(/\r?\n\s*\r?\n/)
  return paragraphs.map((one) => `<p>${escapeXml(one).replace(/\r?\n/g, '<br>')}</p>`).join('')
}

/** Writes JSON for a script element, without any `<` that could end it. */
export function jsonInHtml(value: object): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}

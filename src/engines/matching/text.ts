import { normalizeText } from '../../shared/normalize-text.ts'

/**
 * Returns the text in lower case without accents and apostrophes, the form in which words and place names are compared.
 */
export function fold(text: string): string {
  return normalizeText(text, 'NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .normalize('NFC')
    .toLowerCase()
}

import { normalizeText } from '../../shared/normalize-text.ts'

/** Lower case without accents and apostrophes: how words and names of places are compared. */
export function fold(text: string): string {
  return normalizeText(text, 'NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .normalize('NFC')
    .toLowerCase()
}

/**
 * Unicode's Stream-Safe Text Format (UAX 15) allows no more than 30 marks on one letter; no language needs
 * five.
 */
const TOO_MANY_MARKS = /(\p{M}{30})\p{M}+/gu

const BEYOND_ASCII = /[\u0080-\uffff]/

/**
 * Normalizes text that a caller wrote. Marks beyond the 30th on one letter are dropped: sorting them takes quadratic
 * time.
 */
export function normalizeText(text: string, form: 'NFC' | 'NFKC' | 'NFKD'): string {
  if (!BEYOND_ASCII.test(text)) return text
  return text.replace(TOO_MANY_MARKS, '$1').normalize(form)
}

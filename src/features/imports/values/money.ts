import countryToCurrency from 'country-to-currency'
import { fractionDigits } from '../../../shared/currency.ts'
import { message } from '../../../shared/messages/index.ts'
import { plainSigns, withoutAccents } from './cell-text.ts'
import { noteOnQuantity, quantityIn } from './quantities.ts'
import {
  type Reading,
  type ReadingContext,
  read,
  readAsValue,
  shortened,
  unreadable,
  unreadableAs,
} from './reading.ts'

export interface Money {
  /** Amount in minor units: cents of USD, yen of JPY. */
  amount_minor: number
  currency: string
  /** What the amount is paid for, if the cell says so. */
  unit?: 'hour' | 'project'
}

const currencies = new Set(Intl.supportedValuesOf('currency'))

/** Signs and words of a single currency. */
const CURRENCY_OF_SIGN: Readonly<Record<string, string>> = {
  ...{ $ca: 'CAD', $mx: 'MXN', $au: 'AUD', $nz: 'NZD', $hk: 'HKD', $sg: 'SGD', '£gb': 'GBP' },
  ...{
    '€': 'EUR',
    euro: 'EUR',
    euros: 'EUR',
    '£': 'GBP',
    '₹': 'INR',
    '₩': 'KRW',
    '₪': 'ILS',
    '₺': 'TRY',
    '₽': 'RUB',
  },
  ...{
    '₴': 'UAH',
    '₦': 'NGN',
    '₱': 'PHP',
    '฿': 'THB',
    '₫': 'VND',
    '₡': 'CRC',
    '₲': 'PYG',
    '₵': 'GHS',
    '₸': 'KZT',
    '₾': 'GEL',
  },
  ...{ us$: 'USD', us: 'USD', usd$: 'USD', $us: 'USD', $usd: 'USD', 'u.s.$': 'USD', a$: 'AUD', au$: 'AUD' },
  ...{
    c$: 'CAD',
    ca$: 'CAD',
    can$: 'CAD',
    nz$: 'NZD',
    s$: 'SGD',
    hk$: 'HKD',
    mx$: 'MXN',
    nt$: 'TWD',
    r$: 'BRL',
  },
  ...{
    reais: 'BRL',
    real: 'BRL',
    'cn¥': 'CNY',
    'jp¥': 'JPY',
    yen: 'JPY',
    yuan: 'CNY',
    rmb: 'CNY',
    'sfr.': 'CHF',
    sfr: 'CHF',
  },
  ...{
    'fr.': 'CHF',
    franken: 'CHF',
    zł: 'PLN',
    zl: 'PLN',
    kč: 'CZK',
    ft: 'HUF',
    lei: 'RON',
    'us dollars': 'USD',
    'us dollar': 'USD',
  },
  ...{
    'canadian dollars': 'CAD',
    'australian dollars': 'AUD',
    'pounds sterling': 'GBP',
  },
}
/** Signs and words of several currencies, with the possible currencies. The best known comes first. */
const CURRENCIES_OF_SIGN: Readonly<Record<string, readonly string[]>> = {
  $: 'USD CAD AUD NZD SGD HKD MXN ARS CLP COP UYU TWD JMD BBD BSD BZD FJD GYD LRD NAD SBD SRD TTD XCD DOP'.split(
    ' ',
  ),
  '¥': ['JPY', 'CNY'],
  kr: ['SEK', 'NOK', 'DKK', 'ISK'],
  rs: ['INR', 'PKR', 'LKR', 'NPR', 'MUR'],
  pound: ['GBP', 'EGP'],
  peso: ['MXN', 'ARS', 'CLP', 'COP', 'UYU', 'PHP', 'DOP', 'CUP'],
  franc: ['CHF', 'XOF', 'XAF'],
}
const SAME_SIGN: Readonly<Record<string, string>> = {
  ...{
    dollar: '$',
    dollars: '$',
    dolares: '$',
    dolar: '$',
    bucks: '$',
    'kr.': 'kr',
    kronor: 'kr',
    kroner: 'kr',
    kronen: 'kr',
  },
  ...{ 'rs.': 'rs', rupees: 'rs', pounds: 'pound', pesos: 'peso', francs: 'franc', fr: 'franc' },
}

const UNITS: Readonly<Record<string, Money['unit']>> = {
  ...Object.fromEntries(
    `hr hour h hrs hourly stunde std hora heure heures horas`
      .split(' ')
      .map((word) => [word, 'hour' as const]),
  ),
  ...Object.fromEntries(
    'project projekt proyecto projet projeto job fixed flat'
      .split(' ')
      .map((word) => [word, 'project' as const]),
  ),
}
/** Words that connect an amount with its unit, or say that it is the total. */
const FILLERS = new Set(
  'per an a pro por par la le die je total in gesamt brutto gross net once one-time all stipend flat-rate rate fee'.split(
    ' ',
  ),
)
const OTHER_UNITS = new Set(
  'month months mo monat mes mois week wk woche semana semaine day tag dia jour year yr jahr ano annee annum semester term'.split(
    ' ',
  ),
)

/** Reads an amount of money. A lone `$` and amounts without a currency use the currency of the country, with a note. */
export function readMoney(cell: string, context: ReadingContext): Reading<Money> {
  const text = plainSigns(cell).replace(/[.,]-{1,2}/, '')
  const found = quantityIn(text, context.decimal)
  if (!found || found.amount.kind === 'none') return unreadableAs('money', cell)
  const words = wordsAround(`${found.before} ${found.after}`)
  const other = words.find((word) => OTHER_UNITS.has(word))
  if (other !== undefined)
    return unreadable(message('import_money_by', { cell: shortened(cell), unit: other }))
  const unit = words.map((word) => UNITS[word]).find((one) => one !== undefined)
  const signs = words.filter((word) => UNITS[word] === undefined && !FILLERS.has(word))
  const currency = currencyOf(signs, context.country)
  if (currency === null) return unreadableAs('money_without_currency', cell)
  const { amount } = found
  const value = amount.kind === 'number' ? amount.value : amount.asThousands
  if (amount.kind === 'either' && fractionDigits(currency.code) === 3)
    return ambiguous(cell, amount, `${amount.asThousands}.000 ${currency.code}`)
  // Nobody writes a third decimal of cents.
  const written = context.decimal === undefined ? null : quantityIn(text)?.amount
  if (written?.kind === 'either' && value === written.asDecimal && fractionDigits(currency.code) < 3)
    return ambiguous(cell, written, `${written.asThousands}.00 ${currency.code}`)
  const amount_minor = minorUnits(value, currency.code)
  if (amount_minor === null || found.before.includes('-'))
    return unreadable(message('import_money_not_payable', { cell: shortened(cell), currency: currency.code }))
  const shown = `${value} ${currency.code}`
  const isGuess = currency.isGuess || amount.kind === 'either'
  const note = isGuess ? readAsValue(cell, shown, currency.country) : noteOnQuantity(found.kind, cell, shown)
  return read({ amount_minor, currency: currency.code, ...(unit !== undefined && { unit }) }, note)
}

/** Splits `us$/hr` into `us$` and `hr`. */
function wordsAround(text: string): string[] {
  return withoutAccents(text)
    .replace(/[/()[\]*,:;-]+/g, ' ')
    .split(' ')
    .filter((word) => word !== '' && word !== '.')
    .map((word) =>
      word.endsWith('.') && !(word in CURRENCY_OF_SIGN) && !(word in SAME_SIGN) ? word.slice(0, -1) : word,
    )
}

function ambiguous(
  cell: string,
  { asThousands, asDecimal }: { asThousands: number; asDecimal: number },
  example: string,
): Reading<Money> {
  return unreadable(
    message('import_money_ambiguous', { cell: shortened(cell), asThousands, asDecimal, example }),
  )
}

interface Currency {
  code: string
  /** Whether the cell leaves the currency open. */
  isGuess: boolean
  /** The country that decided it. */
  country: string | null
}

function currencyOf(signs: readonly string[], country: string | undefined): Currency | null {
  const own = ownCurrency(country)
  if (signs.length === 0)
    return own === undefined || country === undefined ? null : { code: own, isGuess: true, country }
  const codes = new Set(signs.map((sign) => codeOf(sign)).filter((code) => code !== null))
  const [code, ...more] = codes
  if (more.length > 0) return null
  // `$20 USD`: the code decides.
  const open = signs.filter((sign) => codeOf(sign) === null).map((sign) => SAME_SIGN[sign] ?? sign)
  if (open.some((sign) => !Object.hasOwn(CURRENCIES_OF_SIGN, sign))) return null
  if (code !== undefined)
    return open.every((sign) => CURRENCIES_OF_SIGN[sign]?.includes(code))
      ? { code, isGuess: false, country: null }
      : null
  const possible = CURRENCIES_OF_SIGN[open[0] ?? ''] ?? []
  if (open.some((sign) => sign !== open[0])) return null
  if (own !== undefined && country !== undefined && possible.includes(own))
    return { code: own, isGuess: true, country }
  // Everywhere else, a dollar is that of the United States.
  return open[0] === '$' ? { code: 'USD', isGuess: true, country: null } : null
}

function codeOf(sign: string): string | null {
  const code = sign.toUpperCase()
  if (currencies.has(code)) return code
  return Object.hasOwn(CURRENCY_OF_SIGN, sign) ? (CURRENCY_OF_SIGN[sign] ?? null) : null
}

function ownCurrency(country: string | undefined): string | undefined {
  return Object.entries(countryToCurrency).find(([code]) => code === country)?.[1]
}

const MAX_MINOR = 1_000_000_000_000

function minorUnits(value: number, currency: string): number | null {
  const minor = Number((value * 10 ** fractionDigits(currency)).toFixed(4))
  return Number.isInteger(minor) && minor >= 0 && minor <= MAX_MINOR ? minor : null
}

import isoCountries from 'i18n-iso-countries'
import { z } from 'zod'
import { emailAddressOf } from './email-address.ts'
import { type Id, type IdPrefix, isId } from './ids.ts'
import { issueOf, issueText } from './issue-messages.ts'
import type { MessageValues } from './messages/index.ts'
import { showRightId } from './show-right-id.ts'
import { spelledZone } from './time.ts'
import { isNamedZone, timeZoneFault } from './time-zones.ts'

function says(what: MessageValues['fault_said']['what']): string {
  return issueText('fault_said', { what })
}

/**
 * Building blocks of request bodies. Text is refused if it contains a NUL (Postgres cannot store it) or an
 * unpaired surrogate (not valid UTF-8).
 */
export function text(min: number, max: number) {
  return z
    .string()
    .min(min)
    .max(max)
    .refine(isCleanText, { error: notClean, abort: true })
    .refine((value) => min === 0 || value.trim() !== '', says('blank'))
}

export const notClean = says('not_clean')

export function isCleanText(value: string): boolean {
  return value.isWellFormed() && !value.includes('\0')
}

/** An instant, RFC 3339 with any offset; stored and returned in UTC. */
export const instant = z.iso
  .datetime({ offset: true })
  .refine(isInOurTime, says('years'))
  .describe('RFC 3339')

export const version = z
  .int()
  .describe('Increases with each change. The ETag is this number in quotation marks')

/** A calendar date, ISO 8601. */
export const day = z.iso.date().refine(isInOurTime, says('years')).describe('ISO 8601 date')

/** Limits years to those that all calendars, databases and time zones support. */
function isInOurTime(value: string): boolean {
  const year = new Date(value).getUTCFullYear()
  return year >= 1900 && year <= 2199
}

export const externalId = text(1, 200).describe(
  'Your own id of the record, unique among your resources of this type',
)

const countries = isoCountries.getAlpha2Codes()
/** ISO 3166-1 alpha-2. */
export const countryCodes: readonly string[] = Object.keys(countries)
export const country = z
  .string()
  .regex(/^[A-Z]{2}$/, says('country_form'))
  .refine((code) => code in countries, says('country_unknown'))
  .describe('ISO 3166-1 alpha-2')

const currencies = new Set(Intl.supportedValuesOf('currency'))
export const money = z.strictObject({
  amount_minor: z.int().min(0).max(1_000_000_000_000).describe('Minor units: cents of USD, yen of JPY'),
  currency: z
    .string()
    .refine((code) => currencies.has(code), says('currency'))
    .describe('ISO 4217'),
})

export const timeZone = z
  .string()
  .max(64)
  .refine(isNamedZone, { error: ({ input }) => issueOf(timeZoneFault(String(input))) })
  // Not every program that reads the answer accepts names in another case.
  .overwrite((name) => spelledZone(name) ?? name)
  .describe('IANA time zone, such as Europe/Berlin')

export const language = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, says('language'))
  .describe('BCP 47')
export const languages = z
  .array(language)
  .min(1)
  .max(20)
  .describe('Languages of the party, BCP 47. A match requires one in common')

/** Without a pattern, since one that allows the letters of all languages is not portable. */
const emailAddress = z
  .string()
  .max(254)
  .check((payload) => {
    const { value: input } = payload
    if (emailAddressOf(input) === null)
      payload.issues.push({ code: 'invalid_format', format: 'email', input, continue: false })
  })
  .overwrite((address) => emailAddressOf(address) ?? address)
  .meta({ format: 'idn-email' })
const phoneNumber = z.string().regex(/^\+?[0-9][0-9 ()./-]{4,30}$/, says('phone'))

/** Personal data. Only organizations and helpers contain it. */
export const contact = z.strictObject({
  name: text(1, 200).describe('Name of the person to reach'),
  email: emailAddress.describe('E-mail address'),
  phone: phoneNumber.optional().describe('Telephone number, such as +1 503 555 0142'),
})

export const location = z
  .strictObject({
    country,
    region: text(1, 100).optional().describe('State, province or region'),
    city: text(1, 100).optional().describe('City or town'),
    postal_code: text(1, 20).optional().describe('Postal code'),
    lat: z.number().min(-90).max(90).optional().describe('Latitude in degrees'),
    lon: z.number().min(-180).max(180).optional().describe('Longitude in degrees'),
  })
  .refine((place) => (place.lat === undefined) === (place.lon === undefined), {
    error: says('coordinates'),
    path: ['lat'],
  })

export const organizationKind = z
  .enum(['solopreneur', 'small_business', 'nonprofit'])
  .describe('Kind of organization')
export const offerKind = z.enum(['volunteer', 'intern', 'barter', 'paid']).describe('Kind of help')
export const modality = z
  .enum(['remote', 'onsite', 'hybrid'])
  .describe('Where the work is done. `hybrid`: partly on site')
export const visibility = z
  .enum(['network', 'partner'])
  .describe('`network`: visible to all partners; `partner`: only to you')
export const cause = text(1, 60)
export const causes = z
  .array(cause)
  .max(30)
  .describe('Causes that matter to the party, such as `hunger relief`')
export const webAddress = z
  .url({ protocol: /^https?$/ })
  .max(2000)
  .refine(isCleanText, { error: notClean, abort: true })
  .describe('Web address')
export const distance_km = z
  .number()
  .positive()
  .max(20_000)
  .describe('Maximum distance in kilometres between both sides, except for remote work')
/** Three minutes, or two and a half hours a year. Less is a mistake. */
const LEAST_WEEKLY_HOURS = 0.05

export const hours_per_week = z.number().min(LEAST_WEEKLY_HOURS).max(168).describe('Hours of work per week')

/** A wall-clock time; 24:00 is the end of a day. */
const timeOfDay = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, says('time_of_day'))

export const availability = z.strictObject({
  time_zone: timeZone,
  windows: z
    .array(
      z
        .strictObject({
          weekday: z.int().min(1).max(7).describe('ISO 8601: 1 Monday to 7 Sunday'),
          start: timeOfDay.describe('Start, as a time of day such as 09:30'),
          end: timeOfDay.describe('End, as a time of day. `24:00` is the end of a day'),
        })
        .refine((window) => window.start < window.end, {
          error: says('window_order'),
          path: ['end'],
        }),
    )
    .min(1)
    .max(100)
    .describe('Weekly time windows'),
})

/** Checks that the first day is not after the last. */
export function datesInOrder(value: {
  starts_on?: string | undefined
  ends_on?: string | undefined
}): boolean {
  return value.starts_on === undefined || value.ends_on === undefined || value.starts_on <= value.ends_on
}
export const datesInOrderFault = { error: says('days_order'), path: ['ends_on'] }

/** An id of one kind of resource. */
export function idOf<P extends IdPrefix>(prefix: P): z.ZodType<Id<P>, string> {
  const schema = z
    .string()
    .max(64)
    .refine((value) => isId(prefix, value), { error: ({ input }) => issueOf(...showRightId(prefix, input)) })
    .describe(`${prefix}_ and 26 characters`)
  // A refinement does not narrow zod's output type; isId has checked this.
  return schema as unknown as z.ZodType<Id<P>, string>
}

/** A place as shown to its own partner. */
export const locationShown = z.object({
  country: z.string().describe('ISO 3166-1 alpha-2'),
  region: z.string().nullable().describe('State, province or region'),
  city: z.string().nullable().describe('City or town'),
  postal_code: z.string().nullable().describe('Postal code'),
  lat: z.number().nullable().describe('Latitude in degrees'),
  lon: z.number().nullable().describe('Longitude in degrees'),
})
export const contactShown = z.object({
  name: z.string().describe('Name of the person to reach'),
  email: z.string().describe('E-mail address'),
  phone: z.string().nullable().describe('Telephone number'),
})

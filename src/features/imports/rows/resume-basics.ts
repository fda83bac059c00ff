import { message } from '../../../shared/messages/index.ts'
import { countryByName } from '../../../shared/places/index.ts'
import { rowMessage } from '../details.ts'
import { readCountry } from '../values/countries.ts'
import { readEmail } from '../values/emails.ts'
import { joinName, readName } from '../values/names.ts'
import { readPhone } from '../values/phones.ts'
import { readPlace } from '../values/places.ts'
import { isRead, type ReadingContext, shortened } from '../values/reading.ts'
import { countryOfZone } from '../values/time-zones.ts'
import { isJsonObject, type JsonObject, type ResumeRow, textOf } from './resume-row.ts'

const NAMES = ['name', 'fullName', 'full_name', 'displayName']
const FIRST_NAMES = ['firstName', 'first_name', 'firstname', 'givenName', 'given_name']
const MIDDLE_NAMES = ['middleName', 'middle_name', 'additionalName']
const LAST_NAMES = ['lastName', 'last_name', 'lastname', 'surname', 'familyName', 'family_name']
const PREFERRED_NAMES = ['preferredName', 'preferred_name', 'chosenName', 'nickname', 'goesBy']
const LABELS = ['label', 'title', 'headline', 'position', 'jobTitle']
const SUMMARIES = ['summary', 'bio', 'about', 'profile', 'description', 'objective']
const EMAILS = ['email', 'e-mail', 'mail', 'emailAddress', 'email_address']
const PHONES = ['phone', 'telephone', 'mobile', 'cell', 'phoneNumber', 'phone_number', 'tel']
const COUNTRIES = ['countryCode', 'country', 'country_code', 'countryName']
const REGIONS = ['region', 'state', 'province']
const CITIES = ['city', 'town', 'locality']
const POSTAL_CODES = ['postalCode', 'postal_code', 'zip', 'zipCode', 'zip_code', 'postcode']

/** Reads the person of a résumé: name, label, summary, contact and place. */
export function readBasics(
  row: ResumeRow,
  basics: JsonObject,
  { pointer, context }: { pointer: string; context: ReadingContext },
): void {
  readNameOf(row, basics, pointer)
  const label = textOf(basics, LABELS, { pointer, kind: 'text' })
  if (label) row.set('title', label.text.trim(), label.pointer)
  const summary = textOf(basics, SUMMARIES, { pointer, kind: 'text' })
  if (summary) row.set('description', summary.text.trim(), summary.pointer)
  readEmailOf(row, basics, pointer)
  const place = { pointer: `${pointer}/location`, ofFile: context.country }
  const country =
    readLocation(row, basics.location, place) ?? context.country ?? countryOfZone(context.timeZone)
  const phone = textOf(basics, PHONES, { pointer })
  const number = phone && row.valueOf(phone, readPhone(phone.text, { ...context, country }))
  if (phone && number !== undefined) row.set('phone', number, phone.pointer)
}

function readNameOf(row: ResumeRow, basics: JsonObject, pointer: string): void {
  row.origins.set('/name', `${pointer}/name`)
  const preferred = textOf(basics, PREFERRED_NAMES, { pointer, kind: 'name' })
  const shown = preferred && row.valueOf(preferred, readName(preferred.text))
  if (preferred && shown !== undefined) row.set('preferred_name', shown, preferred.pointer)
  const name = textOf(basics, NAMES, { pointer, kind: 'name' })
  if (name) {
    const value = row.valueOf(name, readName(name.text))
    if (value !== undefined) row.set('name', value, name.pointer)
    return
  }
  const [first, middle, last] = [FIRST_NAMES, MIDDLE_NAMES, LAST_NAMES].map((names) =>
    textOf(basics, names, { pointer, kind: 'name' }),
  )
  const joined = joinName({ first: first?.text, middle: middle?.text, last: last?.text })
  const origin = last ?? first
  if (origin && isRead(joined)) row.set('name', joined.value.name, origin.pointer)
}

/** Reads the e-mail address. An unreadable one is kept, so that the row is refused and quotes it: a candidate needs one. */
function readEmailOf(row: ResumeRow, basics: JsonObject, pointer: string): void {
  row.origins.set('/email', `${pointer}/email`)
  const email = textOf(basics, EMAILS, { pointer })
  if (!email) return
  const reading = readEmail(email.text)
  row.set('email', isRead(reading) ? row.valueOf(email, reading) : email.text, email.pointer)
}

/** Reads the place and returns its country, or that of the file. A place without a country can't be stored. */
function readLocation(
  row: ResumeRow,
  location: unknown,
  { pointer, ofFile }: { pointer: string; ofFile: string | undefined },
): string | undefined {
  const place = typeof location === 'string' ? placeInText(location, { country: ofFile }) : location
  if (!isJsonObject(place)) return undefined
  const [given, region, city, postalCode] = [COUNTRIES, REGIONS, CITIES, POSTAL_CODES].map((names, at) =>
    textOf(place, names, { pointer, kind: at === 0 ? 'country' : 'text' }),
  )
  // Some write the country into the region.
  const inRegion = !given && region ? countryByName(region.text) : undefined
  const own = given ? row.valueOf(given, readCountry(given.text)) : inRegion
  if (inRegion !== undefined && region)
    row.note(region, message('import_read_as_country', { cell: shortened(region.text) }))
  const parts = [city, region, postalCode].flatMap((part) => part?.text ?? [])
  // A country that can't be read is not replaced by the file's.
  const country = own ?? (given || parts.length === 0 ? undefined : ofFile)
  if (country === undefined) {
    if (parts.length > 0)
      row.leaveOut(
        { text: parts.join(', '), pointer },
        rowMessage('place_without_country'),
        message('import_write_like', { example: '"countryCode": "US"', isEntry: false }),
      )
    return undefined
  }
  const fields = {
    country,
    ...(region && inRegion === undefined && { region: region.text.trim() }),
    ...(city && { city: city.text.trim() }),
    ...(postalCode && { postal_code: postalCode.text.trim() }),
  }
  row.set('location', fields, pointer)
  const origins = { country: given ?? region, region, city, postal_code: postalCode }
  for (const [field, origin] of Object.entries(origins))
    if (origin) row.origins.set(`/location/${field}`, origin.pointer)
  return country
}

/** Reads a place in one text: `Chicago, IL, United States`. */
function placeInText(text: string, context: ReadingContext): JsonObject {
  const reading = readPlace(text, context)
  if (!isRead(reading) || typeof reading.value === 'string') return { city: text }
  const { postal_code: postalCode, ...others } = reading.value
  return { ...others, ...(postalCode !== undefined && { postalCode }) }
}

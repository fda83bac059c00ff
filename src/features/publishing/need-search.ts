import { z } from 'zod'
import type { PartnerId } from '../../shared/ids.ts'
import { countryByName, regionSpellings } from '../../shared/places/index.ts'
import { day, idOf, offerKind, text } from '../../shared/wire.ts'

/** Treats empty fields as missing, because forms send them too. */
const unlessEmpty = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

const MAX_WORDS = 8
const MAX_PARTS = 3

export const searchQuery = {
  q: unlessEmpty(text(0, 200)).describe(
    'Words or their beginnings. All must occur in the text or the skills of the need',
  ),
  place: unlessEmpty(text(0, 200)).describe('City, region or country, or several separated by commas'),
  cause: unlessEmpty(text(0, 60)).describe('Cause of the organization'),
  kind: unlessEmpty(offerKind).describe('Kind of help that the need accepts'),
  date: unlessEmpty(day).describe('Day on which the work takes place'),
  partner: unlessEmpty(idOf('partner')).describe('Only needs of this partner'),
}

const query = z.object(searchQuery)
export type SearchQuery = z.output<typeof query>

/** A search for public needs. */
export interface NeedSearch {
  /** In lower case. */
  words: readonly string[]
  /** Spellings of each part of the place, in lower case. */
  places: readonly (readonly string[])[]
  cause: string | null
  kind: z.output<typeof offerKind> | null
  day: string | null
  partnerId: PartnerId | null
}

export const EVERYTHING: NeedSearch = {
  words: [],
  places: [],
  cause: null,
  kind: null,
  day: null,
  partnerId: null,
}

export function toNeedSearch({ q = '', place = '', cause, kind, date, partner }: SearchQuery): NeedSearch {
  const parts = place.split(',').map((part) => part.trim())
  return {
    words: (q.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MAX_WORDS),
    places: parts
      .filter((part) => part !== '')
      .slice(0, MAX_PARTS)
      .map(spellingsOf),
    cause: cause?.trim() || null,
    kind: kind ?? null,
    day: date ?? null,
    partnerId: partner ?? null,
  }
}

/** Returns the spellings of a part: `Oregon` is also `or`, and `Germany` is also `de`. */
function spellingsOf(part: string): string[] {
  return [
    ...new Set([part, ...regionSpellings(part), countryByName(part) ?? part].map((one) => one.toLowerCase())),
  ]
}

/** Returns the search as a query string without empty fields; empty if there are none. */
export function queryOf(search: SearchQuery & { limit?: string; cursor?: string }): string {
  const given = Object.entries(search).flatMap(([name, value]) => (value ? [[name, value]] : []))
  return given.length === 0 ? '' : `?${new URLSearchParams(Object.fromEntries(given))}`
}

import { foldCity } from './city-name.ts'
import { foldRegion, knownRegion } from './region-name.ts'

export interface NamedPlace {
  country: string
  region: string | null
  city: string | null
}

/** Returns the forms in which a city and its region are compared within their country. Null if not given. */
export function foldCityAndRegion({ country, region, city }: NamedPlace): {
  city: string | null
  region: string | null
} {
  const folded = region ? foldRegion(country, region) || null : null
  if (!city) return { city: null, region: folded }
  const written = splitRegion(country, city)
  const repeatsRegion = written !== null && (folded === null || folded === written.region)
  return repeatsRegion
    ? { city: foldCity(country, written.city) || null, region: written.region }
    : { city: foldCity(country, city) || null, region: folded }
}

/** Splits `Portland, OR` and `Portland OR` into city and region. */
function splitRegion(country: string, city: string): { city: string; region: string } | null {
  const comma = city.lastIndexOf(',')
  const end = comma >= 0 ? comma : startOfCode(city)
  if (end <= 0) return null
  const region = knownRegion(country, city.slice(end + 1))
  return region === null ? null : { city: city.slice(0, end), region }
}

/** Returns where the last word begins if it alone is in capitals, else -1. */
function startOfCode(city: string): number {
  const end = city.lastIndexOf(' ')
  return /^[A-Z]{2,3}$/.test(city.slice(end + 1)) && /\p{Ll}/u.test(city) ? end : -1
}

import type { Place } from './postings.ts'
import { fold } from './text.ts'
import { EARTH_RADIUS_KM } from './weights.ts'

/** A place as a unit vector from the Earth's centre: distances then need no sine or cosine. */
export interface Point {
  x: number
  y: number
  z: number
}

/** The point of a place, or null without coordinates. */
export function pointOf(place: Place | null): Point | null {
  if (place?.lat == null || place.lon == null) return null
  const lat = (place.lat * Math.PI) / 180
  const lon = (place.lon * Math.PI) / 180
  return { x: Math.cos(lat) * Math.cos(lon), y: Math.cos(lat) * Math.sin(lon), z: Math.sin(lat) }
}

/** Great-circle distance in km. */
export function distanceKm(a: Point, b: Point): number {
  const x = a.x - b.x
  const y = a.y - b.y
  const z = a.z - b.z
  return chordKm(x * x + y * y + z * z)
}

/**
 * Great-circle distance in km between two unit vectors, of which the square of the straight distance is given: the
 * haversine formula (Sinnott, Sky and Telescope 68, 1984), whose root is half that chord.
 */
export function chordKm(squaredChord: number): number {
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(squaredChord) / 2))
}

/** Country with city, and country with postal code, folded: equal names are the same place where coordinates lack. */
export function placeNames(place: Place | null): string[] {
  if (!place) return []
  const names = []
  if (place.city) names.push(`${place.country} city ${fold(place.city).trim()}`)
  if (place.postalCode) names.push(`${place.country} postal ${fold(place.postalCode).replace(/[\s-]/g, '')}`)
  return names
}

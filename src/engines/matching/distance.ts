import { foldCityAndRegion, foldPostalCode } from '../../shared/places/index.ts'
import type { Place } from './postings.ts'
import { EARTH_RADIUS_KM } from './weights.ts'

/** A place as a unit vector from the Earth's centre, so that distances need no sine or cosine. */
export interface Point {
  x: number
  y: number
  z: number
}

/** The point of a place, or null without coordinates. */
export function pointOf(place: Place | null): Point | null {
  if (place?.lat == null || place.lon == null) return null
  return pointAt(place.lat, place.lon)
}

function pointAt(latDegrees: number, lonDegrees: number): Point {
  const lat = (latDegrees * Math.PI) / 180
  const lon = (lonDegrees * Math.PI) / 180
  return { x: Math.cos(lat) * Math.cos(lon), y: Math.cos(lat) * Math.sin(lon), z: Math.sin(lat) }
}

/** Height of a cell, and about its width, in degrees of latitude: 5.6 km. */
const CELL_DEGREES = 0.05
const CELL_ROWS = Math.round(90 / CELL_DEGREES)
/**
 * Coordinates farther than this from the centre of their city contradict its name. Every point of a grid cell is nearer
 * to its centre.
 */
export const MAX_SHIFT_KM = 50

/**
 * Returns the point that other partners' queries use for a place: the centre of its city, which they see anyway. If the
 * city is unknown, or the coordinates are not in it, this is the centre of its cell on a fixed grid. No series of
 * queries can therefore reveal more than a posting's city or cell. Postings of the same partner also use it if the
 * place has no coordinates.
 */
export function sharedPointOf(place: Place | null): Point | null {
  const own = pointOf(place)
  const centre = place?.cityCentre && pointAt(place.cityCentre.lat, place.cityCentre.lon)
  if (centre && (!own || distanceKm(own, centre) <= MAX_SHIFT_KM)) return centre
  return place?.lat == null || place.lon == null ? null : centreOfCell(place.lat, place.lon)
}

function centreOfCell(lat: number, lon: number): Point {
  const row = Math.max(-CELL_ROWS, Math.min(CELL_ROWS - 1, Math.floor(lat / CELL_DEGREES)))
  const middle = (row + 0.5) * CELL_DEGREES
  const cells = Math.max(1, Math.floor((360 / CELL_DEGREES) * Math.cos((middle * Math.PI) / 180)))
  const cell = Math.floor(((lon + 180) / 360) * cells)
  return pointAt(middle, ((cell + 0.5) * 360) / cells - 180)
}

/** Great-circle distance in km. */
export function distanceKm(a: Point, b: Point): number {
  const x = a.x - b.x
  const y = a.y - b.y
  const z = a.z - b.z
  return chordKm(x * x + y * y + z * z)
}

/**
 * Converts the squared straight distance between two unit vectors to the great-circle distance in km, by the haversine
 * formula (Sinnott, Sky and Telescope 68, 1984), whose root is half that chord.
 */
export function chordKm(squaredChord: number): number {
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(squaredChord) / 2))
}

/**
 * Returns the names of a place in its country, each null if not given. Without coordinates, equal cities are the same
 * place unless both sides name their region and the regions differ. Only postings of one partner are compared by postal
 * code.
 */
export function placeNames(place: Place | null): {
  city: string | null
  region: string | null
  postalCode: string | null
} {
  if (!place) return { city: null, region: null, postalCode: null }
  const { country } = place
  const { city, region } = foldCityAndRegion(place)
  const postalCode = place.postalCode && foldPostalCode(country, place.postalCode)
  return {
    city: city && `${country} city ${city}`,
    region: region && `${country} region ${region}`,
    postalCode: postalCode ? `${country} postal ${postalCode}` : null,
  }
}

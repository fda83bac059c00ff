export interface Coordinates {
  lat: number
  lon: number
}

const EARTH_RADIUS_KM = 6371

/** Returns the great-circle distance in km (haversine formula). */
export function kmBetween(one: Coordinates, other: Coordinates): number {
  const halfChord =
    haversine(other.lat - one.lat) +
    Math.cos(radians(one.lat)) * Math.cos(radians(other.lat)) * haversine(other.lon - one.lon)
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(halfChord)))
}

function haversine(degrees: number): number {
  return Math.sin(radians(degrees) / 2) ** 2
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}

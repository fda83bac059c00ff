const LATITUDE_BANDS = 1023
/** The band of a posting without a point. */
export const NOWHERE = 1023
export const LONGITUDE_BANDS = 2048

/** Returns the band of a latitude in degrees, from the south. */
export function latitudeBand(latitude: number): number {
  return clamped(Math.floor(((latitude + 90) / 180) * LATITUDE_BANDS), LATITUDE_BANDS)
}

/** Returns the band of a longitude in degrees, from the west. */
export function longitudeBand(longitude: number): number {
  return clamped(Math.floor(((longitude + 180) / 360) * LONGITUDE_BANDS), LONGITUDE_BANDS)
}

function clamped(band: number, bands: number): number {
  return Math.max(0, Math.min(bands - 1, band))
}

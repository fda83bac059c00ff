interface Place {
  country: string
  region?: string | undefined
  city?: string | undefined
  postal_code?: string | undefined
  lat?: number | undefined
  lon?: number | undefined
}

const parts = ['country', 'region', 'city', 'postal_code'] as const
const coordinates = ['lat', 'lon'] as const

/** Removes coordinates if the form names another place and leaves them unchanged, because they belong to the old place. */
export function placeOf(values: Map<string, unknown>, before: Place | undefined): Map<string, unknown> {
  const isSame = (names: readonly (keyof Place)[]) =>
    names.every((name) => values.get(`location/${name}`) === before?.[name])
  if (!before || isSame(parts) || !isSame(coordinates)) return values
  return new Map([...values, ['location/lat', undefined], ['location/lon', undefined]])
}

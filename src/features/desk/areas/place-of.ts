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

/** Coordinates go with the place that they are of: a form that names another place and leaves them as they were removes them. */
export function placeOf(values: Map<string, unknown>, before: Place | undefined): Map<string, unknown> {
  const isSame = (names: readonly (keyof Place)[]) =>
    names.every((name) => values.get(`location/${name}`) === before?.[name])
  if (!before || isSame(parts) || !isSame(coordinates)) return values
  return new Map([...values, ['location/lat', undefined], ['location/lon', undefined]])
}

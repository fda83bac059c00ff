interface Place {
  country: string
  region?: string | undefined
  city?: string | undefined
  postal_code?: string | undefined
}

const parts = ['country', 'region', 'city', 'postal_code'] as const

/** Coordinates stay with the place that they are of: a form that names another place removes them. */
export function placeOf(values: Map<string, unknown>, before: Place | undefined): Map<string, unknown> {
  if (!before || parts.every((part) => values.get(`location/${part}`) === before[part])) return values
  return new Map([...values, ['location/lat', undefined], ['location/lon', undefined]])
}

import type { z } from 'zod'
import type { contact, contactShown, location, locationShown } from '../../shared/wire.ts'

/** Returns a location in the form that the API sends, with null for fields that are not stored. */
export function showLocation(place: z.output<typeof location> | null): z.output<typeof locationShown> | null {
  if (!place) return null
  return {
    country: place.country,
    region: place.region ?? null,
    city: place.city ?? null,
    postal_code: place.postal_code ?? null,
    lat: place.lat ?? null,
    lon: place.lon ?? null,
  }
}

export function showContact(person: z.output<typeof contact>): z.output<typeof contactShown> {
  return { name: person.name, email: person.email, phone: person.phone ?? null }
}

import { readdirSync, readFileSync } from 'node:fs'
import { CORE_SCHEMA, load } from 'js-yaml'
import { DAY_MS } from '../../shared/time.ts'

const folder = new URL('./marketplace/', import.meta.url)

type Body = Record<string, unknown> & { external_id: string }
export interface MarketplaceFiles {
  organizations: Body[]
  helpers: (Body & { time_zone: string; connections?: string[]; blocked_organizations?: string[] })[]
  needs: (Body & { organization: string })[]
  offers: (Body & { helper: string })[]
  introductions: ExampleIntroduction[]
}
/** An example introduction. If it has hours, the other side accepts and the helper's side logs them. */
export interface ExampleIntroduction {
  need: string
  offer: string
  proposed_by: 'site' | 'office'
  message: string
  hours_of_first_day?: number
}

/**
 * Reads the example marketplace: API bodies that reference each other by external id. Dates are relative to
 * `now` (`+14d`), so the example never expires.
 */
export function readMarketplace(now: Date): MarketplaceFiles {
  const read = <T>(prefix: string): T[] =>
    readdirSync(folder)
      .filter((name) => name.startsWith(prefix) && name.endsWith('.yaml'))
      .sort()
      .flatMap(
        (name) =>
          withDates(load(readFileSync(new URL(name, folder), 'utf8'), { schema: CORE_SCHEMA }), now) as T[],
      )
  return {
    organizations: read('organizations'),
    helpers: read('helpers'),
    needs: read('needs'),
    offers: read('offers'),
    introductions: read('introductions'),
  }
}

/** Converts `+14d` to a date, or to an instant if the field name ends in `_at`. */
function withDates(value: unknown, now: Date, key = ''): unknown {
  if (Array.isArray(value)) return value.map((entry) => withDates(entry, now, key))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([name, entry]) => [name, withDates(entry, now, name)]),
    )
  }
  if (typeof value !== 'string' || !/^[+-]\d+d$/.test(value)) return value
  const instant = new Date(now.getTime() + Number.parseInt(value, 10) * DAY_MS).toISOString()
  return key.endsWith('_at') ? instant : instant.slice(0, 10)
}

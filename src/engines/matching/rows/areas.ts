import { float32At, int32At } from '../../../shared/item-at.ts'
import type { Point } from '../distance.ts'
import { grown } from './growing-array.ts'
import { Interned } from './interned.ts'

const COORDINATES = 3

/** Where a posting is as other partners may know it: names of city and region, and the shared point. */
export interface Area {
  city: string | null
  region: string | null
  sharedPoint: Point | null
}

/** Areas by number. Thousands of postings are in one. */
export class Areas extends Interned {
  readonly #names = new Interned()
  /** By area: 1 more than the numbers of its city's and its region's names, 0 for none. */
  #named = new Int32Array(0)
  /** By area: the coordinates of its point, NaN if unknown. */
  #points = new Float32Array(0)

  holdArea(area: Area): number {
    return this.hold(textOf(area))
  }

  city(number: number): number {
    return int32At(this.#named, 2 * number)
  }

  region(number: number): number {
    return int32At(this.#named, 2 * number + 1)
  }

  /** Returns the coordinate 0, 1 or 2 of the shared point. */
  coordinate(number: number, at: number): number {
    return float32At(this.#points, COORDINATES * number + at)
  }

  protected override created(number: number, text: string): void {
    const [city, region, ...point] = areaOf(text)
    this.#named = grown(this.#named, 2 * (number + 1))
    this.#points = grown(this.#points, COORDINATES * (number + 1))
    this.#named[2 * number] = this.#holdName(city)
    this.#named[2 * number + 1] = this.#holdName(region)
    for (let at = 0; at < COORDINATES; at++) this.#points[COORDINATES * number + at] = point[at] ?? Number.NaN
  }

  protected override forgotten(number: number): void {
    for (const name of [this.city(number), this.region(number)]) if (name > 0) this.#names.release(name - 1)
  }

  #holdName(name: string | null): number {
    return name === null ? 0 : this.#names.hold(name) + 1
  }
}

type AreaParts = [city: string | null, region: string | null, x?: number, y?: number, z?: number]

/** Coordinates are written as a row has them, so that one point has one text. */
function textOf({ city, region, sharedPoint }: Area): string {
  const point = sharedPoint ? [sharedPoint.x, sharedPoint.y, sharedPoint.z].map(Math.fround) : []
  return JSON.stringify([city, region, ...point])
}

function areaOf(text: string): AreaParts {
  // Cast: written above.
  return JSON.parse(text) as AreaParts
}

import { distanceKm, MAX_SHIFT_KM, type Point } from '../distance.ts'
import { FLAGS } from '../rows/flags.ts'
import type { Row } from '../rows/row.ts'
import { DEFAULT_MAX_DISTANCE_KM, EARTH_RADIUS_KM } from '../weights.ts'
import { LONGITUDE_BANDS, latitudeBand, longitudeBand, NOWHERE } from './bands.ts'
import { FIT, latitudeOf, longitudeOf } from './traits.ts'

/** A cluster's place has this many bits less precision. */
export const COARSE_BITS = 3
/** More than the rounding error of single precision, which is greatest at the poles. */
const MARGIN_DEGREES = 0.01

/**
 * What is within reach of an anchor. The smaller of both sides' distances counts. Candidates are known by their shared
 * points. Other partners meet them there; two postings of one partner can be nearer by the shift of either.
 */
export class Reach {
  readonly #anchorIsNeed: boolean
  #isBounded = false
  #letsWideThrough = false
  readonly #own = new Box()
  readonly #others = new Box()

  constructor(anchorIsNeed: boolean) {
    this.#anchorIsNeed = anchorIsNeed
  }

  /** Sets the anchor. */
  read(anchor: Row): void {
    const shared = { x: anchor.sharedX, y: anchor.sharedY, z: anchor.sharedZ }
    const worksInPerson = !this.#anchorIsNeed || (anchor.flags & FLAGS.onsite) !== 0
    this.#isBounded = worksInPerson && !Number.isNaN(shared.z)
    if (!this.#isBounded) return
    this.#letsWideThrough = Number.isNaN(anchor.maxDistanceKm)
    const reachKm = this.#letsWideThrough ? DEFAULT_MAX_DISTANCE_KM : anchor.maxDistanceKm
    const shiftKm = distanceKm(anchor, shared)
    this.#others.set(shared, reachKm)
    // Without coordinates of its own, the anchor is at its shared point for everybody.
    this.#own.set(shared, Number.isNaN(shiftKm) ? reachKm : reachKm + shiftKm + MAX_SHIFT_KM)
  }

  /** Whether any posting of a cluster may be within reach. */
  meets(fit: number): boolean {
    return this.#holds(this.#own, fit, COARSE_BITS)
  }

  /** Whether a candidate may be within reach, by its trait `fit`. */
  holds(fit: number): boolean {
    return this.#holds(this.#own, fit, 0)
  }

  /** Whether a candidate of another partner may be within reach. */
  holdsOfOthers(fit: number): boolean {
    return this.#holds(this.#others, fit, 0)
  }

  #holds(box: Box, fit: number, coarseness: number): boolean {
    if (!this.#isBounded) return true
    // With a need that is remote, it does not matter where the offer is.
    if (!this.#anchorIsNeed && (fit & FLAGS.onsite) === 0) return true
    if (this.#letsWideThrough && (fit & FIT.wide) !== 0) return true
    return box.holds(fit, coarseness)
  }
}

/** Bands of latitude and longitude around a point. */
class Box {
  #south = 0
  #north = 0
  #west = 0
  #east = 0

  set(centre: Point, reachKm: number): void {
    const latitude = latitudeOf(centre)
    const reach = reachKm / EARTH_RADIUS_KM
    const height = degrees(reach) + MARGIN_DEGREES
    this.#south = latitudeBand(latitude - height)
    this.#north = latitudeBand(latitude + height)
    const width = widthOf(reach, latitude, height) + MARGIN_DEGREES
    const longitude = longitudeOf(centre)
    const crossesDateLine = longitude - width < -180 || longitude + width > 180
    this.#west = crossesDateLine ? 0 : longitudeBand(longitude - width)
    this.#east = crossesDateLine ? LONGITUDE_BANDS : longitudeBand(longitude + width)
  }

  /** Whether it holds a place. One without a point may be anywhere. */
  holds(fit: number, coarseness: number): boolean {
    const latitude = (fit >>> FIT.latitudeShift) & NOWHERE
    const longitude = fit >>> FIT.longitudeShift
    if (latitude >> coarseness === NOWHERE >> coarseness) return true
    return (
      latitude >> coarseness >= this.#south >> coarseness &&
      latitude >> coarseness <= this.#north >> coarseness &&
      longitude >> coarseness >= this.#west >> coarseness &&
      longitude >> coarseness <= this.#east >> coarseness
    )
  }
}

/** How far east or west a circle reaches, in degrees: all around where it holds a pole. */
function widthOf(reach: number, latitude: number, height: number): number {
  if (reach >= Math.PI / 2 || Math.abs(latitude) + height >= 90) return 360
  return degrees(Math.asin(Math.min(1, Math.sin(reach) / Math.cos((latitude * Math.PI) / 180))))
}

function degrees(radians: number): number {
  return (radians * 180) / Math.PI
}

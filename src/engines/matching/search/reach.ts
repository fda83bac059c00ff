import { distanceKm, MAX_SHIFT_KM, type Point } from '../distance.ts'
import { FLAGS } from '../rows/flags.ts'
import type { Row } from '../rows/row.ts'
import { DEFAULT_MAX_DISTANCE_KM, EARTH_RADIUS_KM } from '../weights.ts'
import { LONGITUDE_BANDS, latitudeBand, longitudeBand, NOWHERE } from './bands.ts'
import { FIT, latitudeOf, longitudeOf } from './traits.ts'

/** A cluster's place has this many fewer bits of precision. */
export const COARSE_BITS = 3
/** Larger than the rounding error of single precision, which is greatest at the poles. */
const MARGIN_DEGREES = 0.01

/**
 * Decides what is within reach of an anchor. The smaller limit of the two sides counts. Candidates have only their
 * shared points here. Other partners' distances are measured between shared points; two postings of one partner can be
 * nearer by the shifts of both.
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
    // Without own coordinates, the anchor is at its shared point for its own partner too.
    this.#own.set(shared, Number.isNaN(shiftKm) ? reachKm : reachKm + shiftKm + MAX_SHIFT_KM)
  }

  /** Returns whether any posting of a cluster may be within reach. */
  meets(fit: number): boolean {
    return this.#holds(this.#own, fit, COARSE_BITS)
  }

  /** Returns whether a candidate may be within reach, by its trait `fit`. */
  holds(fit: number): boolean {
    return this.#holds(this.#own, fit, 0)
  }

  /** Returns whether a candidate of another partner may be within reach. */
  holdsOfOthers(fit: number): boolean {
    return this.#holds(this.#others, fit, 0)
  }

  #holds(box: Box, fit: number, coarseness: number): boolean {
    if (!this.#isBounded) return true
    // The place of the offer does not matter if the need is remote.
    if (!this.#anchorIsNeed && (fit & FLAGS.onsite) === 0) return true
    if (this.#letsWideThrough && (fit & FIT.wide) !== 0) return true
    return box.holds(fit, coarseness)
  }
}

/** A box of latitude and longitude bands around a point. */
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

  /** Returns whether the box contains a place. A posting without a point may be anywhere. */
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

/** Returns how far east or west a circle reaches, in degrees; 360 if it contains a pole. */
function widthOf(reach: number, latitude: number, height: number): number {
  if (reach >= Math.PI / 2 || Math.abs(latitude) + height >= 90) return 360
  return degrees(Math.asin(Math.min(1, Math.sin(reach) / Math.cos((latitude * Math.PI) / 180))))
}

function degrees(radians: number): number {
  return (radians * 180) / Math.PI
}

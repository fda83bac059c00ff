import type { MatchContext } from './context.ts'
import { type Covered, coverageOf } from './coverage.ts'
import { earliestEnd, latest } from './dates.ts'
import { distanceKm } from './distance.ts'
import type { NeedProfile, OfferProfile } from './profile.ts'

/** A need and an offer side by side, with what gates and factors both ask for, each worked out once, when first asked. */
export class Pair {
  readonly profiles: { need: NeedProfile; offer: OfferProfile }
  readonly need: NeedProfile['need']
  readonly offer: OfferProfile['offer']
  readonly context: MatchContext
  #coverage: Covered[] | undefined
  #distanceKm: number | null | undefined
  #wording: number | undefined

  constructor(need: NeedProfile, offer: OfferProfile, context: MatchContext) {
    this.profiles = { need, offer }
    this.need = need.need
    this.offer = offer.offer
    this.context = context
  }

  /** How the offer covers each wanted skill. */
  get coverage(): readonly Covered[] {
    this.#coverage ??= coverageOf(this.need, this.offer, this.context.relatedness)
    return this.#coverage
  }

  /** Cosine of the two texts in [0, 1]. */
  get wording(): number {
    if (this.#wording === undefined) {
      const { comparison, other } = this.context.wordsOf(this.profiles.need, this.profiles.offer)
      this.#wording = comparison.cosine(other)
    }
    return this.#wording
  }

  /** Whether the two texts share a stem. */
  get sharesWords(): boolean {
    const { comparison, other } = this.context.wordsOf(this.profiles.need, this.profiles.offer)
    return comparison.meets(other)
  }

  /** The stems that both texts have, those that bind most first. */
  get sharedStems(): string[] {
    const { comparison, other } = this.context.wordsOf(this.profiles.need, this.profiles.offer)
    return comparison.shared(other).map((id) => this.context.statistics.stem(id))
  }

  /** Whether the two agree on where the work is done: see `worksRemotely` and the modality gate. */
  get modalityFits(): boolean {
    return this.need.modality === 'remote'
      ? this.offer.modality !== 'onsite'
      : this.offer.modality !== 'remote'
  }

  /** Work on a remote need is remote; a hybrid or onsite need wants the helper there, at least at times. */
  get worksRemotely(): boolean {
    return this.need.modality === 'remote'
  }

  /** Between the two places: 0 where coordinates lack and the names agree, null where nothing can be said. */
  get distanceKm(): number | null {
    if (this.#distanceKm === undefined)
      this.#distanceKm = distanceBetween(this.profiles.need, this.profiles.offer)
    return this.#distanceKm
  }

  /** First day that both could work on: today, or the later of their starts. */
  get startsOn(): string {
    return latest(latest(this.context.today, this.need.startsOn), this.offer.startsOn)
  }

  /** Last day that both could work on; null where both are open. */
  get endsOn(): string | null {
    return earliestEnd(this.need.endsOn, this.offer.endsOn)
  }

  /** Monday (midnight UTC, ms) of the first common week, in which windows and zones are compared. */
  get mondayMs(): number {
    const { need, offer } = this.profiles
    return Math.max(this.context.mondayMs, need.startMondayMs, offer.startMondayMs)
  }
}

function distanceBetween(need: NeedProfile, offer: OfferProfile): number | null {
  if (need.point && offer.point) return distanceKm(need.point, offer.point)
  return need.placeNames.some((name) => offer.placeNames.includes(name)) ? 0 : null
}

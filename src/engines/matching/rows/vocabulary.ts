import { float64At } from '../../../shared/item-at.ts'
import { posteriorResponsiveness, posteriorTrust, readTrackKey } from '../track.ts'
import type { Nearness } from '../wording/nearness.ts'
import { Areas } from './areas.ts'
import { grown } from './growing-array.ts'
import { Interned } from './interned.ts'

/** Numbers for everything that rows refer to by number, shared by both sides of the market. */
export class Vocabulary {
  readonly skills = new Interned()
  readonly stems = new Stems()
  readonly partners = new Interned()
  readonly languages = new Interned()
  readonly timeZones = new Interned()
  readonly tracks = new Tracks()
  readonly places = new Interned()
  readonly areas = new Areas()
  readonly currencies = new Interned()
  readonly causes = new Interned()
  readonly requirements = new Interned()
}

/** Returns all parts of a vocabulary by name, as they are saved. */
export function internedOf(vocabulary: Vocabulary): [name: string, texts: Interned][] {
  return Object.entries(vocabulary).filter(
    (entry): entry is [string, Interned] => entry[1] instanceof Interned,
  )
}

/** Stems, with an index of similar ones. */
export class Stems extends Interned {
  #nearness: Nearness | undefined

  /** From now on, adds new stems to this index and removes those no longer in use. */
  attach(nearness: Nearness): void {
    this.#nearness = nearness
  }

  protected override created(number: number, text: string): void {
    this.#nearness?.add(number, text)
  }

  protected override forgotten(number: number): void {
    this.#nearness?.remove(number)
  }
}

/** Track records, with the trust and responsiveness computed from them. */
export class Tracks extends Interned {
  #trust = new Float64Array(0)
  #responsiveness = new Float64Array(0)

  trust(number: number): number {
    return float64At(this.#trust, number)
  }

  responsiveness(number: number): number {
    return float64At(this.#responsiveness, number)
  }

  protected override created(number: number, text: string): void {
    const track = readTrackKey(text)
    this.#trust = grown(this.#trust, number + 1)
    this.#responsiveness = grown(this.#responsiveness, number + 1)
    this.#trust[number] = posteriorTrust(track)
    this.#responsiveness[number] = posteriorResponsiveness(track)
  }
}

import { FACTOR_NAMES, type FactorName } from '../../../src/engines/matching/index.ts'
import {
  type Outcome,
  type SideWeights,
  scoreUnder,
} from '../../../src/features/ranking-model/fit-weights.ts'
import { createRandom } from '../../support/random.ts'

/** Unlike the defaults: here it is time, trust and place that decide, and skills hardly count. */
export const truth: SideWeights = {
  need: normalized({ ...zero(), time: 8, trust: 5, place: 3, skills: 1 }),
  offer: normalized({ ...zero(), time: 8, trust: 5, place: 3, return: 1 }),
}

export function normalized(weights: Readonly<Record<FactorName, number>>): Record<FactorName, number> {
  const total = Object.values(weights).reduce((sum, one) => sum + one, 0)
  return byName((name) => weights[name] / total)
}

function zero(): Record<FactorName, number> {
  return byName(() => 0)
}

/** A market whose true weights are known: what ends well is drawn from the score that they give. */
export function simulated(count: number, seed: number): Outcome[] {
  const random = createRandom(seed)
  return Array.from({ length: count }, (_, at) => {
    const base = random()
    const drawn = () => Math.min(1, Math.max(0, 0.2 * base + 0.8 * random()))
    const need = byName(drawn)
    // As in the engine: these each side feels of the other.
    const offer = { ...need, trust: drawn(), responsiveness: drawn(), freshness: drawn() }
    const outcome: Outcome = { atMs: at, good: false, need, offer }
    return { ...outcome, good: random() < 1 / (1 + Math.exp(-12 * (scoreUnder(outcome, truth) - 0.5))) }
  })
}

function byName(value: (name: FactorName) => number): Record<FactorName, number> {
  // One for each name.
  return Object.fromEntries(FACTOR_NAMES.map((name) => [name, value(name)])) as Record<FactorName, number>
}

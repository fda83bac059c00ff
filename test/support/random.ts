/** Numbers in [0, 1) from a state of 32 bits: mulberry32 (Tommy Ettinger 2017, public domain). */
export type Random = () => number

/** The same parts always give the same stream; streams of different parts have nothing to do with each other. */
export function createRandom(...parts: number[]): Random {
  let state = parts.reduce((hash, part) => mixed(Math.imul(hash ^ part, 0x9e3779b1) + 0x85ebca6b), 0x243f6a88)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), 1 | state)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The finalizer of MurmurHash3 (Appleby 2011). */
function mixed(hash: number): number {
  let bits = hash ^ (hash >>> 16)
  bits = Math.imul(bits, 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return bits ^ (bits >>> 16)
}

/**
 * Draws ranks from 0 to `count` − 1, rank r with a chance in proportion to 1 ⁄ (r + 1 + offset): Zipf's law, with the
 * offset that Mandelbrot gave it, which takes from the first ranks.
 */
export function createZipf(count: number, offset: number): (random: Random) => number {
  const sums = new Float64Array(count)
  let sum = 0
  for (let rank = 0; rank < count; rank++) {
    sum += 1 / (rank + 1 + offset)
    sums[rank] = sum
  }
  return (random) => {
    const drawn = random() * sum
    let low = 0
    let high = count - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) <= drawn) low = middle + 1
      else high = middle
    }
    return low
  }
}

export function pick<T>(random: Random, list: readonly T[]): T {
  const picked = list[Math.floor(random() * list.length)]
  if (picked === undefined) throw new RangeError('nothing to pick from')
  return picked
}

/** A whole number from `least` to `most`, both counted. */
export function between(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1))
}

/** A value in some cases, null in the others. */
export function sometimes<T>(random: Random, share: number, value: () => T): T | null {
  return random() < share ? value() : null
}

export function many<T>(count: number, make: (at: number) => T): T[] {
  return Array.from({ length: count }, (_, at) => make(at))
}

export function shuffled<T>(random: Random, list: readonly T[]): T[] {
  return list
    .map((one) => ({ one, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ one }) => one)
}

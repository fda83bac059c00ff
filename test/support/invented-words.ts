const SYLLABLES = [
  'zub',
  'krev',
  'vost',
  'mirq',
  'plon',
  'dax',
  'wugh',
  'fyrn',
  'jolk',
  'thep',
  'gaxi',
  'snuv',
]

let made = 0

/** A word that no language and no taxonomy knows, each call another one that is spelled quite differently. */
export function inventedWord(): string {
  let seed = ++made * 2_654_435_761
  const parts = Array.from({ length: 4 }, () => {
    seed = Math.imul(seed ^ (seed >>> 15), 2_246_822_519) >>> 0
    return SYLLABLES[seed % SYLLABLES.length]
  })
  return parts.join('')
}

/** Texts of one length that make careless code slow: long words, runs of one character, ambiguous beginnings. */
export function hostileTexts(chars: number): Record<string, string> {
  const fill = (unit: string) => unit.repeat(Math.ceil(chars / unit.length)).slice(0, chars)
  return {
    'one letter': fill('x'),
    'vowels without spaces': fill('aeiouy'),
    'endings without spaces': fill('ingesationally'),
    'only @': fill('@'),
    'beginnings of addresses': fill('a@'),
    'addresses without an end': fill('a@a.'),
    digits: fill('1'),
    'spaced digits': fill('1 '),
    'beginnings of phone numbers': fill('+1'),
    'nested brackets': fill('[(<{'),
    'combining marks': `a${fill('\u0301')}`.slice(0, chars),
    'unsorted combining marks': `a${fill('\u0301\u0316')}`.slice(0, chars),
    'characters that stand for eighteen': fill('\ufdfa'),
    spaces: `a${fill(' ')}`.slice(0, chars),
    stops: fill('. '),
    signs: fill('c+#'),
    words: fill('bookkeeping and welding for a school garden '),
  }
}

/** Tries of which the least counts: the clock of a thread goes in ticks, and one may fall into any short work. */
export const TRIES = 5

/** Processor milliseconds of this thread that work takes. */
export function cpuMs(work: () => unknown): number {
  const before = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}

/** The least of several tries of `cpuMs`. */
export function leastCpuMs(work: () => unknown): number {
  return Math.min(...Array.from({ length: TRIES }, () => cpuMs(work)))
}

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

/** Processor milliseconds of this process that work takes: the least of three tries. */
export function leastCpuMs(work: () => unknown): number {
  const tries = [1, 2, 3].map(() => {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  return Math.min(...tries)
}

import { ISSUER } from '../../../src/platform/http/index.ts'

const ID = /\b([a-z]+)_([0-7][0-9a-hjkmnp-tv-z]{25})\b/g
const CURSOR = /\beyJ[\w-]{10,}/g
/** The key in the address of a calendar. */
const CALENDAR_KEY = /\b[\w-]{54}\.ics\b/g
/** Figures that no two runs share. */
const FIGURES = /"(elapsed_ms|rows_per_second)":\d+(\.\d+)?/g
/** An attempt to deliver depends on the network of the machine, and the next one on chance. */
const FAILURE = /"failure":\{"code":"\w+","detail":"[^"]*"\},?/g
const NEXT_ATTEMPT = /"next_attempt_at":"[^"]+"/g

/** Writes answers of one partner as they would be in any run: ids get numbers in the order in which they appear. */
export function createSteady(now: Date) {
  const numbers = new Map<string, string>()

  function idFor(random: string): string {
    const known = numbers.get(random)
    if (known) return known
    // The time is that of the story, and the rest the number.
    const steady = `01kafz3e00e0080000000000${String(numbers.size + 10).padStart(2, '0')}`
    numbers.set(random, steady)
    return steady
  }

  const withIds = (text: string) => text.replace(ID, (_, prefix, random) => `${prefix}_${idFor(random)}`)

  function cursor(text: string): string {
    const position = Buffer.from(text, 'base64url')
      .toString()
      .replace(/"p":"\d+"/, '"p":"1204"')
    return Buffer.from(withIds(position)).toString('base64url')
  }

  return function steady<T>(value: T): T {
    const text = withIds(JSON.stringify(value, withoutSecret))
      .replace(CURSOR, cursor)
      .replace(CALENDAR_KEY, `${'not-a-real-key'.padEnd(54, '-')}.ics`)
      .replace(FIGURES, '"$1":120')
      .replace(FAILURE, '"failure":{"code":"timed_out","detail":"No answer within 15 seconds."},')
      .replace(NEXT_ATTEMPT, `"next_attempt_at":"${new Date(now.getTime() + 5000).toISOString()}"`)
      .replaceAll('http://test.example', ISSUER)
    return JSON.parse(text.replaceAll(',}', '}'))
  }
}

/** Secrets, tokens, keys and signatures are random. */
function withoutSecret(name: string, value: unknown): unknown {
  const isSecret = /^(secret|client_secret|access_token|webhook-signature|kid|x)$/.test(name)
  return isSecret && typeof value === 'string' ? 'not-a-real-secret' : value
}

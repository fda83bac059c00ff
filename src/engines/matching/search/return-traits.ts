import { FLAGS } from '../rows/flags.ts'
import type { Row } from '../rows/row.ts'
import { bitOf } from './bit-of.ts'

/** Bits of a need's causes, and of what it gives. */
const NEED_CAUSES = 12
const NEED_GIVES = 20
const CAUSES_OF_NEED = (1 << NEED_CAUSES) - 1
const OFFER_CAUSES = 32
/** Lowest bits of what an intern or barter offer wants: how many skills, the largest number standing for that many or more. */
const COUNT_BITS = 3
export const MANY_WANTS = (1 << COUNT_BITS) - 1
const WANTS = 32 - COUNT_BITS
/** Of a paid offer: whether the rate is hourly, its currency by number, the largest standing for any, and the rate. */
const BY_HOUR = 1
const CURRENCY_SHIFT = 1
const CURRENCIES = (1 << 6) - 1
const RATE_SHIFT = 7
const MOST_RATE = (1 << (32 - RATE_SHIFT)) - 1

/** Returns the trait `returns`: of a need its causes and what it gives, of an offer what its kind asks for. */
export function returnsOf(row: Row, isNeed: boolean): number {
  if (!isNeed && (row.flags & FLAGS.paid) !== 0) return rateOf(row)
  let bits = isNeed ? 0 : Math.min(MANY_WANTS, row.returnCount)
  for (let at = 0; at < row.causeCount; at++) bits |= causeBit(row.cause(at), isNeed)
  for (let at = 0; at < row.returnCount; at++) bits |= returnBit(row.returnSkill(at), isNeed)
  return bits
}

/** Returns the bit of a cause. Offers with causes want nothing else. */
export function causeBit(cause: number, isNeed: boolean): number {
  return 1 << bitOf(cause, isNeed ? NEED_CAUSES : OFFER_CAUSES)
}

/** Returns the bit of a skill that a need gives, or that an intern or barter offer wants. */
export function returnBit(skill: number, isNeed: boolean): number {
  return 1 << (isNeed ? NEED_CAUSES + bitOf(skill, NEED_GIVES) : COUNT_BITS + bitOf(skill, WANTS))
}

export function givesAnything(returns: number): boolean {
  return (returns & ~CAUSES_OF_NEED) !== 0
}

/** Returns the number of skills that an offer wants, at most `MANY_WANTS`. */
export function wantsOf(returns: number): number {
  return returns & MANY_WANTS
}

/** Returns the bits of these skills. */
export function wantedBits(returns: number): number {
  return returns & ~MANY_WANTS
}

function rateOf(row: Row): number {
  // A lower rate is never worse.
  const rate = Math.min(MOST_RATE, Math.max(0, Math.floor(row.amountMinor) || 0))
  const byHour = (row.flags & FLAGS.byHour) === 0 ? 0 : BY_HOUR
  return (rate << RATE_SHIFT) | (Math.min(CURRENCIES, row.currency) << CURRENCY_SHIFT) | byHour
}

/** Returns a rate that is at most that of a paid offer. */
export function rateOfReturns(returns: number): number {
  return returns >>> RATE_SHIFT
}

export function isHourly(returns: number): boolean {
  return (returns & BY_HOUR) !== 0
}

export function mayBeInCurrency(returns: number, currency: number): boolean {
  const own = (returns >>> CURRENCY_SHIFT) & CURRENCIES
  return own === CURRENCIES || own === currency
}

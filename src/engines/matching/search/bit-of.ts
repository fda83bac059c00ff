/** Returns the bit, of `bits`, that stands for a number: multiplicative hashing (Knuth, TAOCP 6.4). */
export function bitOf(number: number, bits: number): number {
  return Math.floor(((Math.imul(number, 0x9e3779b1) >>> 0) / 0x100000000) * bits)
}

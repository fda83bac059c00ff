/**
 * Computes a 64-bit digest of a sequence of numbers from two hashes of their bits. Collisions are as unlikely as with
 * any 64-bit hash.
 */
export class Digest {
  readonly #number = new Float64Array(1)
  readonly #bits = new Uint32Array(this.#number.buffer)
  #high = 0x811c9dc5
  #low = 0x2f0b4c47

  add(number: number): void {
    this.#number[0] = number
    for (const bits of this.#bits) {
      this.#high = Math.imul(this.#high ^ bits, 0x85ebca6b)
      this.#high ^= this.#high >>> 15
      this.#low = Math.imul((this.#low ^ bits) + (this.#low << 13), 0xcc9e2d51)
      this.#low ^= this.#low >>> 13
    }
  }

  text(): string {
    return `${this.#high >>> 0} ${this.#low >>> 0}`
  }
}

/**
 * Why there are no vectors. `refused`: the endpoint does not accept these inputs; `unavailable`: any status
 * other than 200; `resting`: it was not called, because it failed too often; `closed`: the client is closed.
 */
export type EmbeddingsErrorCode =
  | 'unreachable'
  | 'too_slow'
  | 'too_large'
  | 'nonsense'
  | 'refused'
  | 'unavailable'
  | 'resting'
  | 'closed'

/** Thrown if vectors are not available. Contains nothing of the input, the address or the key. */
export class EmbeddingsError extends Error {
  override readonly name = 'EmbeddingsError'
  readonly code: EmbeddingsErrorCode
  readonly status: number | null

  constructor(code: EmbeddingsErrorCode, status: number | null = null) {
    super(status === null ? code : `${code} (${status})`)
    this.code = code
    this.status = status
  }
}

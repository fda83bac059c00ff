/**
 * What kept an endpoint from answering. `refused`: it does not take these inputs; `unavailable`: any other status
 * than 200; `resting`: it was not asked, since it has failed too often; `closed`: the client is.
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

/** No vectors could be had. Says nothing of what was sent, of the address or of the key. */
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

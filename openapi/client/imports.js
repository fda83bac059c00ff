// @ts-check
import { waitFor } from './attempts.js'
import { orThrow } from './errors.js'
import { addressOf, resultOf } from './request.js'

const POLL_MS = 250
const LONGEST_POLL_MS = 2_000

/** @import { ImportFile, ImportOptions, Smartsource, UploadProgress } from './api.d.ts' */

/**
 * What a client does with files: it sends one, waits until all rows are done, and reads the report.
 *
 * @param {object} ports
 * @param {string} ports.url
 * @param {(call: import('./attempts.js').Call) => Promise<Response>} ports.send
 * @param {(path: string, init: any) => Promise<any>} ports.get
 * @param {(ms: number, signal: AbortSignal) => Promise<void>} [ports.wait]
 * @returns {Pick<Smartsource, 'startImport' | 'inspectImport' | 'waitForImport' | 'importReport'>}
 */
export function createImports({ url, send, get, wait = waitFor }) {
  /**
   * @param {ImportFile} file
   * @param {ImportOptions & { mode?: string }} options
   * @returns {Promise<any>} an import, or an inspection where the mode asks for one
   */
  async function upload(file, { contentType, onUpload, signal, ...query }) {
    const type = contentType ?? (file instanceof Blob && file.type !== '' ? file.type : 'text/csv')
    const address = addressOf(url, '/v1/imports', { query })
    /** @param {AbortSignal} ends */
    const newRequest = (ends) => {
      const body = onUpload ? counted(file, onUpload) : file
      // Fetch takes a stream only with this.
      const duplex = body instanceof ReadableStream ? /** @type {const} */ ({ duplex: 'half' }) : {}
      return new Request(address, {
        method: 'POST',
        headers: { 'content-type': type },
        body,
        signal: ends,
        ...duplex,
      })
    }
    // A large file takes as long as the line is slow.
    const timeoutMs = Number.POSITIVE_INFINITY
    return orThrow(
      await resultOf(await send({ newRequest, signal, timeoutMs, isOnce: file instanceof ReadableStream })),
    )
  }

  return {
    startImport: (file, options) => upload(file, options),
    inspectImport: (file, options) => upload(file, { ...options, mode: 'inspect' }),

    async waitForImport(id, { onProgress, signal } = {}) {
      for (let delayMs = POLL_MS; ; delayMs = Math.min(LONGEST_POLL_MS, delayMs * 1.2)) {
        const shown = orThrow(await get('/v1/imports/{id}', { params: { path: { id } }, signal }))
        onProgress?.(shown)
        if (shown.ended_at !== null) return shown
        await wait(delayMs, signal ?? new AbortController().signal)
      }
    },

    async importReport(id, query = {}) {
      const address = addressOf(url, '/v1/imports/{id}/report.csv', { path: { id }, query })
      const answer = await send({ newRequest: (signal) => new Request(address, { signal }) })
      return answer.ok && answer.body ? answer.body : orThrow(await resultOf(answer))
    },
  }
}

/**
 * @param {ImportFile} file
 * @param {(progress: UploadProgress) => void} onUpload
 */
function counted(file, onUpload) {
  const totalBytes = file instanceof Blob ? file.size : null
  const stream = file instanceof Blob ? file.stream() : file
  let sentBytes = 0
  const counting = new TransformStream({
    transform(chunk, controller) {
      controller.enqueue(chunk)
      sentBytes += chunk.length
      onUpload({ sentBytes, totalBytes })
    },
  })
  return stream.pipeThrough(counting)
}

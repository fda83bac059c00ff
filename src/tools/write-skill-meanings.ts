import { writeFileSync } from 'node:fs'
import { quantized } from '../features/matches/index.ts'
import {
  hashOfSkill,
  readCuratedTaxonomy,
  readSkillMeanings,
  SKILL_MEANINGS_FILE,
  textsOfSkill,
} from '../features/skills/index.ts'
import { createLocalTextEncoder } from '../platform/embeddings/index.ts'

// Writes the embedding of each curated skill, with the local model: npm run skill-meanings. Only skills with
// changed names or phrases are computed. Run it after a change of the taxonomy.

const encoder = createLocalTextEncoder()
const known = readSkillMeanings()
const lines: string[] = []
for (const entry of readCuratedTaxonomy()) {
  const hash = hashOfSkill(entry)
  const one = known.model === encoder.model ? known.made.get(entry.id) : undefined
  const numbers =
    one?.hash === hash ? one.numbers : quantized(mean(await encoder.encode(textsOfSkill(entry))))
  if (numbers) lines.push([entry.id, hash, Buffer.from(numbers).toString('base64')].join('\t'))
}
await encoder.close()
writeFileSync(SKILL_MEANINGS_FILE, `${[encoder.model, ...lines].join('\n')}\n`)

/** Returns the mean direction of the vectors that exist. */
function mean(vectors: readonly (Float32Array | null)[]): Float32Array | null {
  const [first, ...others] = vectors.filter((one) => one !== null)
  return first ? others.reduce((sum, one) => sum.map((value, at) => value + (one[at] ?? 0)), first) : null
}

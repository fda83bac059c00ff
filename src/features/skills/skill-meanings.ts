import { readFileSync } from 'node:fs'
import { createSkillsByMeaning, type SkillEntry, type SkillsByMeaning } from '../../engines/skills/index.ts'

/** The first line has the model and the `hashOfLearnt`. Each other line has a skill's id, bias, scale and its numbers in base64. */
export const SKILL_MEANINGS_FILE = new URL('./skill-meanings.tsv', import.meta.url)

export interface SkillMeanings {
  /** The model that computed the vectors of the texts. */
  model: string
  /** The `hashOfLearnt` of these texts. */
  learntFrom: string
  /** By id of the skill; see `SkillMeaning`. */
  made: ReadonlyMap<string, { numbers: Int8Array; scale: number; bias: number }>
}

/** Reads the file that `npm run skill-meanings` writes. */
export function readSkillMeanings(): SkillMeanings {
  const [head = '', ...lines] = readFileSync(SKILL_MEANINGS_FILE, 'utf8').trimEnd().split('\n')
  const [model = '', learntFrom = ''] = head.split('\t')
  const made = lines.map((line) => {
    const [id = '', bias, scale, numbers = ''] = line.split('\t')
    const one = { bias: Number(bias), scale: Number(scale) }
    return [id, { ...one, numbers: new Int8Array(Buffer.from(numbers, 'base64')) }] as const
  })
  return { model, learntFrom, made: new Map(made) }
}

/**
 * Creates the weighing of skills by meaning, for texts with a meaning of the same model. Skills without a meaning are
 * found only by words.
 */
export function skillsByMeaning(entries: Iterable<SkillEntry>): { model: string; weigh: SkillsByMeaning } {
  const { model, made } = readSkillMeanings()
  const meanings = [...entries].flatMap(({ id, label }) => {
    const one = made.get(id)
    return one ? [{ skill: id, label, ...one }] : []
  })
  return { model, weigh: createSkillsByMeaning(meanings) }
}

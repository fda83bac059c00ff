import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createSkillsByMeaning, type SkillEntry, type SkillsByMeaning } from '../../engines/skills/index.ts'

/** The first line is the model. Each other line has a skill's id, the hash of its texts and its numbers in base64. */
export const SKILL_MEANINGS_FILE = new URL('./skill-meanings.tsv', import.meta.url)
const MOST_PHRASES = 8
const HASH_CHARS = 12

export interface SkillMeanings {
  /** The model that computed them. */
  model: string
  /** By id of the skill. */
  made: ReadonlyMap<string, { hash: string; numbers: Int8Array }>
}

/** Returns two English texts that say what a skill means: its names, and phrases that people use. */
export function textsOfSkill({ label, aliases, phrases = [] }: SkillEntry): [string, string] {
  return [[label, ...aliases].join(', '), [label, ...phrases.slice(0, MOST_PHRASES)].join('. ')]
}

export function hashOfSkill(entry: SkillEntry): string {
  return createHash('sha256').update(textsOfSkill(entry).join('\n')).digest('hex').slice(0, HASH_CHARS)
}

/** Reads the file that `npm run skill-meanings` writes. */
export function readSkillMeanings(): SkillMeanings {
  const [model = '', ...lines] = readFileSync(SKILL_MEANINGS_FILE, 'utf8').trimEnd().split('\n')
  const made = lines.map((line) => {
    const [id = '', hash = '', numbers = ''] = line.split('\t')
    return [id, { hash, numbers: new Int8Array(Buffer.from(numbers, 'base64')) }] as const
  })
  return { model, made: new Map(made) }
}

/**
 * Creates the weighing of skills by meaning, for texts with a meaning of the same model. Skills without a meaning are
 * found only by words.
 */
export function skillsByMeaning(entries: Iterable<SkillEntry>): { model: string; weigh: SkillsByMeaning } {
  const { model, made } = readSkillMeanings()
  const meanings = [...entries].flatMap(({ id, label }) => {
    const one = made.get(id)
    return one ? [{ skill: id, label, numbers: one.numbers }] : []
  })
  return { model, weigh: createSkillsByMeaning(meanings) }
}

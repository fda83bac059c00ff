import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createSkillsByMeaning, type SkillEntry, type SkillsByMeaning } from '../../engines/skills/index.ts'

/** Says the model in its first line, then of each skill its id, the hash of its texts and its numbers in base64. */
export const SKILL_MEANINGS_FILE = new URL('./skill-meanings.tsv', import.meta.url)
const MOST_PHRASES = 8
const HASH_CHARS = 12

export interface SkillMeanings {
  /** The model that made them. */
  model: string
  /** By id of the skill. */
  made: ReadonlyMap<string, { hash: string; numbers: Int8Array }>
}

/** The two texts that say in English what a skill means: its names, and how people speak of it. */
export function textsOfSkill({ label, aliases, phrases = [] }: SkillEntry): [string, string] {
  return [[label, ...aliases].join(', '), [label, ...phrases.slice(0, MOST_PHRASES)].join('. ')]
}

export function hashOfSkill(entry: SkillEntry): string {
  return createHash('sha256').update(textsOfSkill(entry).join('\n')).digest('hex').slice(0, HASH_CHARS)
}

/** Reads what `npm run skill-meanings` has made. */
export function readSkillMeanings(): SkillMeanings {
  const [model = '', ...lines] = readFileSync(SKILL_MEANINGS_FILE, 'utf8').trimEnd().split('\n')
  const made = lines.map((line) => {
    const [id = '', hash = '', numbers = ''] = line.split('\t')
    return [id, { hash, numbers: new Int8Array(Buffer.from(numbers, 'base64')) }] as const
  })
  return { model, made: new Map(made) }
}

/** Weighs skills by meaning, for texts whose meaning is of the same model. A skill that has no meaning is found by words alone. */
export function skillsByMeaning(entries: Iterable<SkillEntry>): { model: string; weigh: SkillsByMeaning } {
  const { model, made } = readSkillMeanings()
  const meanings = [...entries].flatMap(({ id, label }) => {
    const one = made.get(id)
    return one ? [{ skill: id, label, numbers: one.numbers }] : []
  })
  return { model, weigh: createSkillsByMeaning(meanings) }
}

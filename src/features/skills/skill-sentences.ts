import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { SkillEntry } from '../../engines/skills/index.ts'
import { languagesOf } from '../../shared/languages/index.ts'

const SENTENCES_DIR = new URL('./taxonomy/sentences/', import.meta.url)
const SIDES: ReadonlySet<string> = new Set(['need', 'offer'])
const HASH_CHARS = 12

/** English sentences of people who need or offer a skill, by the skill's id. */
export type SkillSentences = ReadonlyMap<string, readonly string[]>

/** Reads lines of an id, `need` or `offer`, and a sentence. Throws an Error that names a line of another form. */
export function readSkillSentences(): SkillSentences {
  const sentences = new Map<string, string[]>()
  for (const file of readdirSync(SENTENCES_DIR).sort()) {
    const lines = readFileSync(new URL(file, SENTENCES_DIR), 'utf8').trimEnd().split('\n')
    for (const [at, line] of lines.entries()) {
      const [id = '', side = '', text = '', ...others] = line.split('\t')
      if (!SIDES.has(side) || text.trim() === '' || others.length > 0)
        throw new Error(`${file}:${at + 1}: expected an id, need or offer, and a sentence`)
      const ofSkill = sentences.get(id)
      if (ofSkill) ofSkill.push(text)
      else sentences.set(id, [text])
    }
  }
  return sentences
}

/** Returns the English texts that a skill is learnt from: names, phrases and sentences, each once. */
export function textsOfSkill(entry: SkillEntry, sentences: SkillSentences): string[] {
  const { id, label, aliases, phrases = [], typed = [] } = entry
  const typedInEnglish = typed.flatMap(({ language, names }) => (language === 'english' ? names : []))
  const own = [label, ...aliases, ...typedInEnglish, ...phrases.filter(mayBeEnglish)]
  return [...new Set([...own, ...(sentences.get(id) ?? [])])]
}

function mayBeEnglish(text: string): boolean {
  const languages = languagesOf(text)
  return languages.length === 0 || languages.includes('english')
}

/** Returns a hash of all texts and relations that skills are learnt from. */
export function hashOfLearnt(entries: readonly SkillEntry[], sentences: SkillSentences): string {
  const hash = createHash('sha256')
  for (const entry of entries)
    hash.update(JSON.stringify([entry.id, textsOfSkill(entry, sentences), entry.related]))
  return hash.digest('hex').slice(0, HASH_CHARS)
}

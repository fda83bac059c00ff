import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { SkillEntry } from '../../engines/skills/index.ts'
import { type Language, languagesOf } from '../../shared/languages/index.ts'
import { readEverydayWords } from './everyday-words.ts'

const SENTENCES_DIR = new URL('./taxonomy/sentences/', import.meta.url)
/** By the first part of a folder's name. */
const LANGUAGES: ReadonlyMap<string, Language> = new Map([
  ['en', 'english'],
  ['es', 'spanish'],
  ['fr', 'french'],
  ['de', 'german'],
  ['pt', 'portuguese'],
])
const SIDES: ReadonlySet<string> = new Set(['need', 'offer'])
/** Joins the ids of a sentence that speaks of several skills. */
const AND = '+'
const HASH_CHARS = 12

export interface SkillSentence {
  language: Language
  text: string
}

/** Sentences of people who need or offer a skill, by the skill's id. */
export type SkillSentences = ReadonlyMap<string, readonly SkillSentence[]>

/** Reads lines of ids, `need` or `offer`, and a sentence. Throws an Error that names a line or folder of another form. */
export function readSkillSentences(): SkillSentences {
  const sentences = new Map<string, SkillSentence[]>()
  for (const folder of readdirSync(SENTENCES_DIR).sort()) {
    const language = LANGUAGES.get(folder.split('-')[0] ?? '')
    if (!language) throw new Error(`${folder}: expected a folder that begins with a language`)
    for (const { ids, text } of readFolder(new URL(`${folder}/`, SENTENCES_DIR)))
      for (const id of ids) {
        const ofSkill = sentences.get(id)
        if (ofSkill) ofSkill.push({ language, text })
        else sentences.set(id, [{ language, text }])
      }
  }
  return sentences
}

function readFolder(folder: URL): { ids: string[]; text: string }[] {
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const lines = readFileSync(new URL(file, folder), 'utf8').trimEnd().split('\n')
      return lines.map((line, at) => {
        const [ids = '', side = '', text = '', ...others] = line.split('\t')
        if (!SIDES.has(side) || text.trim() === '' || others.length > 0)
          throw new Error(`${file}:${at + 1}: expected ids, need or offer, and a sentence`)
        return { ids: ids.split(AND), text }
      })
    })
}

/** Returns the English texts that a skill's meaning is learnt from: names, phrases and sentences, each once. */
export function textsOfSkill(entry: SkillEntry, sentences: SkillSentences): string[] {
  const { id, label, aliases, phrases = [], typed = [] } = entry
  const typedInEnglish = typed.flatMap(({ language, names }) => (language === 'english' ? names : []))
  const own = [label, ...aliases, ...typedInEnglish, ...phrases.filter(mayBeEnglish)]
  const said = (sentences.get(id) ?? []).filter(({ language }) => language === 'english')
  return [...new Set([...own, ...said.map(({ text }) => text)])]
}

/** Returns the texts of all languages that a skill's words are learnt from, each once: what describes it, and sentences. */
export function wordsOfSkill(
  entry: SkillEntry,
  sentences: SkillSentences,
): { descriptions: string[]; sentences: string[] } {
  const { id, label, aliases, names = [], inLanguages = [], typed = [], phrases = [], tools = [] } = entry
  const spoken = [...inLanguages, ...typed.map(({ names: own }) => ({ names: own, phrases: [] }))]
  const own = spoken.flatMap((one) => [...one.names, ...one.phrases])
  const said = (sentences.get(id) ?? []).map(({ text }) => text)
  return {
    descriptions: [...new Set([label, ...aliases, ...names, ...own, ...phrases, ...tools])],
    sentences: [...new Set(said)],
  }
}

function mayBeEnglish(text: string): boolean {
  const languages = languagesOf(text)
  return languages.length === 0 || languages.includes('english')
}

/** Returns a hash of all texts and relations that the meanings of skills are learnt from. */
export function hashOfLearnt(entries: readonly SkillEntry[], sentences: SkillSentences): string {
  return hashOf(entries.map((entry) => [entry.id, textsOfSkill(entry, sentences), entry.related]))
}

/** The same for what is learnt of words, which words of the same meaning are part of. */
export function hashOfLearntWords(entries: readonly SkillEntry[], sentences: SkillSentences): string {
  const texts = entries.map((entry) => [entry.id, wordsOfSkill(entry, sentences), entry.related])
  return hashOf([...texts, readEverydayWords()])
}

function hashOf(parts: readonly unknown[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(JSON.stringify(part))
  return hash.digest('hex').slice(0, HASH_CHARS)
}

import type { Skill } from '../../engines/skills/index.ts'

/** Returns all names with which a label is compared: those in English, and those in other languages. */
export function shownNames({ aliases, names = [], typed = [] }: Pick<Skill, 'aliases' | 'names' | 'typed'>): {
  aliases: string[]
  names: string[]
} {
  const english = new Set(aliases)
  const foreign = new Set(names)
  for (const { language, names: own } of typed)
    for (const name of own) (language === 'english' ? english : foreign).add(name)
  return { aliases: [...english], names: [...foreign] }
}

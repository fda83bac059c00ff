import { headerWords } from './header-words.ts'

/** Returns the synonyms of a column of another type. */
export function wordsOf(name: string): string[] {
  return (headerWords[name] ?? []).flatMap((words) => words.split('|')).filter((words) => words !== '')
}
